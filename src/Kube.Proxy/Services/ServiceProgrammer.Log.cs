using Microsoft.Extensions.Logging;

namespace Kube.Proxy.Services;

internal static partial class ServiceProgrammerLog
{
    [LoggerMessage(LogLevel.Debug, "Programmed {Entries} service ports: {Bytes} bytes of rules in {Milliseconds:0.0} ms")]
    public static partial void Programmed(this ILogger logger, int entries, int bytes, double milliseconds);

    [LoggerMessage(LogLevel.Error, "Could not program the Services, trying again: {Reason}")]
    public static partial void NotProgrammed(this ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "Somebody removed the table {Table}: putting it back")]
    public static partial void TableGone(this ILogger logger, string table);

    [LoggerMessage(LogLevel.Warning, "Port {Port} is not published for {Service}: a process of this machine listens on it")]
    public static partial void PortTaken(this ILogger logger, int port, string service);
}
