using Microsoft.Extensions.Logging;

namespace Kube.Scheduler;

public sealed partial class SchedulerService
{
    [LoggerMessage(Level = LogLevel.Information, Message = "nodes and pods are known; scheduling as {Name}")]
    private static partial void LogReady(ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "the binding of pod {Uid} was accepted and never confirmed; looking at the pod again")]
    private static partial void LogUnconfirmed(ILogger logger, string uid);
}
