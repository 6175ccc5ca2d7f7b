using System.Text;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Pods;

/// <summary>What a container said at its end: the file it was given, or the tail of its log when it failed and its policy says so.</summary>
internal sealed class LastWords(PodServices services)
{
    private const int MaxFile = 4096;
    private const int MaxLog = 2048;
    private const int MaxLogLines = 80;

    public async Task<string?> OfAsync(ContainerSnapshot ended, CancellationToken ct)
    {
        var identity = ended.Identity;
        var path = services.Directory.TerminationLog(identity.PodUid, identity.ContainerName, identity.Attempt);
        if (File.Exists(path))
        {
            using var file = File.OpenRead(path);
            var buffer = new byte[MaxFile];
            var read = await file.ReadAtLeastAsync(buffer, MaxFile, throwOnEndOfStream: false, ct);
            if (read > 0)
            {
                return Encoding.UTF8.GetString(buffer, 0, read);
            }
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
