using Kube.Scheduler.Nodes;
using Microsoft.Extensions.Logging;

namespace Kube.Scheduler.Scheduling;

internal sealed partial class Binder
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "bound {Pod} to {Node}")]
    private static partial void LogBound(ILogger logger, PodFacts pod, string node);

    [LoggerMessage(Level = LogLevel.Warning, Message = "binding {Pod} to {Node} failed; it will be tried again")]
    private static partial void LogFailed(ILogger logger, PodFacts pod, string node, Exception cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "no answer to the binding of {Pod} to {Node}; asking whether it happened")]
    private static partial void LogUnknown(ILogger logger, PodFacts pod, string node, Exception cause);
}
