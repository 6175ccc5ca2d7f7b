using Kube.Scheduler.Nodes;
using Microsoft.Extensions.Logging;

namespace Kube.Scheduler.Scheduling;

internal sealed partial class SchedulingLoop
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "no node for {Pod}: {Message}")]
    private static partial void LogUnschedulable(ILogger logger, PodFacts pod, string message);

    [LoggerMessage(Level = LogLevel.Error, Message = "deciding about {Pod} failed; it will be tried again")]
    private static partial void LogError(ILogger logger, PodFacts pod, Exception cause);
}
