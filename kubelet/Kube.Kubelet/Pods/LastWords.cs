using System.Text;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Pods;

/// <summary>What a container said at its end: the file it was given, or the tail of its log when it failed and its policy says so.</summary>
internal sealed class LastWords(PodServices services)
{
    private const int MaxLog = 2048;
    private const int MaxLogLines = 80;

    public async Task<string?> OfAsync(ContainerSnapshot ended, CancellationToken ct)
    {
        var identity = ended.Identity;
        if (await services.Files.ReadTerminationLogAsync(identity, ct) is { } words)
        {
            return words;
        }

        return ended.ExitCode != 0 && identity.TerminationMessagePolicy == Api.Core.V1.TerminationMessagePolicy.FallbackToLogsOnError
            ? await LogTailAsync(ended, ct)
            : null;
    }

    private async Task<string?> LogTailAsync(ContainerSnapshot ended, CancellationToken ct)
    {
        using var log = new MemoryStream();
        try
        {
            await services.Runtime.CopyLogsAsync(ended.Id, new LogQuery { TailLines = MaxLogLines }, log, ct);
        }
        catch (RuntimeException)
        {
            return null;
        }

        var skip = (int)Math.Max(0, log.Length - MaxLog);
        return log.Length == 0 ? null : Encoding.UTF8.GetString(log.GetBuffer(), skip, (int)log.Length - skip);
    }
}
