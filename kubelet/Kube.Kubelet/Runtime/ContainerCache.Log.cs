using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Runtime;

internal static partial class ContainerCacheLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "the container runtime's event stream has ended; listing again")]
    public static partial void EventStreamEnded(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "the container runtime does not answer: {Error}")]
    public static partial void RuntimeAway(this ILogger logger, string error);
}
