using Microsoft.Extensions.Logging;

namespace Kube.ApiServer;

public sealed partial class ApiServer
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Serving on {Address}")]
    private partial void LogReady(Uri address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What} failed and is tried again: {Reason}")]
    private partial void LogRetry(string what, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "the store could not be told that this server stops: {Reason}")]
    private partial void LogLeaving(string reason);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{What} ended")]
    private partial void LogEnded(Exception error, string what);
}
