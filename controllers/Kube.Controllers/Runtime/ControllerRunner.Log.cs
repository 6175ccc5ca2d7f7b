using Microsoft.Extensions.Logging;

namespace Kube.Controllers.Runtime;

internal sealed partial class ControllerRunner
{
    [LoggerMessage(1, LogLevel.Debug, "Started with {Workers} workers")]
    private partial void LogStarted(int workers);

    [LoggerMessage(2, LogLevel.Debug, "{Key}: trying again, the cache is behind: {Reason}")]
    private partial void LogBehind(object key, string reason);

    [LoggerMessage(3, LogLevel.Information, "{Key}: trying again, the API server did not answer: {Reason}")]
    private partial void LogServerAway(object key, string reason);

    [LoggerMessage(5, LogLevel.Warning, "{Key}: refused by the API server, trying again: {Reason}")]
    private partial void LogRefused(object key, string reason);

    [LoggerMessage(4, LogLevel.Warning, "{Key}: failed, trying again")]
    private partial void LogFailed(Exception error, object key);
}
