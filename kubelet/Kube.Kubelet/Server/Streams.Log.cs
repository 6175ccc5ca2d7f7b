using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Server;

internal static partial class StreamLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Path}: the client has gone: {Reason}")]
    public static partial void ClientLost(this ILogger logger, string path, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A command whose client has gone could not be ended: {Reason}")]
    public static partial void CommandLeft(this ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A terminal could not be resized: {Reason}")]
    public static partial void NotResized(this ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Port {Port} of pod {Namespace}/{Pod} was not forwarded: {Reason}")]
    public static partial void NotForwarded(this ILogger logger, string @namespace, string pod, int port, string reason);
}
