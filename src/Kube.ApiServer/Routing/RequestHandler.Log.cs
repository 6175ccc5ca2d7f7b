using Microsoft.Extensions.Logging;

namespace Kube.ApiServer.Routing;

internal sealed partial class RequestHandler
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Verb} {Path} failed unexpectedly")]
    private partial void LogUnexpected(Exception error, string verb, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Verb} {Path}: {Reason}")]
    private partial void LogFailed(string verb, string path, string reason);
}
