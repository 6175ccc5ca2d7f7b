using Microsoft.Extensions.Logging;

namespace Kube.ApiServer.Startup;

internal sealed partial class KubernetesService
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "the endpoints of the Service kubernetes could not be kept up to date: {Reason}")]
    private partial void LogFailed(string reason);
}
