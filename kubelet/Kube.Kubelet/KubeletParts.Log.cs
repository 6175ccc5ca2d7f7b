using Microsoft.Extensions.Logging;

namespace Kube.Kubelet;

internal static partial class KubeletPartsLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "not started yet: {Error}")]
    public static partial void StartDelayed(this ILogger logger, string error);
}
