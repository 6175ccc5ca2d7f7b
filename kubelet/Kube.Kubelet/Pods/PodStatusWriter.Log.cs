using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Pods;

internal static partial class PodStatusWriterLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "the status of pod {Uid} could not be written: {Error}; trying again")]
    public static partial void StatusNotWritten(this ILogger logger, string uid, string error);
}
