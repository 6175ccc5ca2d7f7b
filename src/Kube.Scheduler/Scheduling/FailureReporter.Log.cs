using Kube.Scheduler.Nodes;
using Microsoft.Extensions.Logging;

namespace Kube.Scheduler.Scheduling;

internal sealed partial class FailureReporter
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Pod} is gone; nothing to report")]
    private static partial void LogGone(ILogger logger, PodFacts pod);

    [LoggerMessage(Level = LogLevel.Warning, Message = "could not write the status of {Pod}; it is tried again with the next attempt")]
    private static partial void LogNotReported(ILogger logger, PodFacts pod, Exception cause);
}
