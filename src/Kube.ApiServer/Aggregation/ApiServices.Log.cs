using Microsoft.Extensions.Logging;

namespace Kube.ApiServer.Aggregation;

internal sealed partial class ApiServices
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "APIServices could not be kept up to date: {Reason}")]
    private partial void LogFailed(string reason);
}
