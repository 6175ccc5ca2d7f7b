using System.Formats.Tar;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Sandboxes;

/// <summary>The image every sandbox runs. When it is missing it is made here from this machine's static busybox; no registry is asked.</summary>
internal sealed class PauseImage(IContainerRuntime runtime)
{
    public const string Name = "kube.local/pause:1";
    private const string Busybox = "/bin/busybox";

    public async Task EnsureAsync(CancellationToken ct)
    {
        if (await runtime.FindImageAsync(Name, ct) is not null)
        {
            return;
        }

        using var layer = new MemoryStream();
        await using (var tar = new TarWriter(layer, TarEntryFormat.Ustar, leaveOpen: true))
        {
            await tar.WriteEntryAsync(Busybox, "bin/busybox", ct);
        }

        layer.Position = 0;
        await runtime.ImportImageAsync(Name, layer, ct);
    }
}
