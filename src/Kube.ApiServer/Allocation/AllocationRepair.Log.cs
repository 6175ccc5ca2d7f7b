using Microsoft.Extensions.Logging;

namespace Kube.ApiServer.Allocation;

internal sealed partial class AllocationRepair
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Prefix}{Value} was taken for {Holder}, which does not exist: given back")]
    private partial void LogLeftOver(string prefix, string value, string holder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Prefix}{Value} is held by {Holder} and was not noted: noted")]
    private partial void LogMissing(string prefix, string value, string holder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "allocations could not be checked: {Reason}")]
    private partial void LogFailed(string reason);
}
