using Microsoft.Extensions.Logging;

namespace Kube.Proxy.Dns;

internal static partial class DnsServerLog
{
    [LoggerMessage(LogLevel.Warning, "Could not receive a query: {Reason}")]
    public static partial void ReceiveFailed(this ILogger logger, string reason);

    [LoggerMessage(LogLevel.Trace, "A client went away: {Reason}")]
    public static partial void ClientLost(this ILogger logger, string reason);

    [LoggerMessage(LogLevel.Error, "Could not answer a query")]
    public static partial void AnswerFailed(this ILogger logger, Exception exception);
}
