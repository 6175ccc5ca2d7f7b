using Microsoft.Extensions.Logging;

namespace Kube.ApiServer;

internal static partial class ServerLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "--store=memory: everything is kept in memory, nothing survives this process")]
    public static partial void KeepsNothing(ILogger logger);
}
