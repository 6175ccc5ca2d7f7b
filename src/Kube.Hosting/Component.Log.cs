using Microsoft.Extensions.Logging;

namespace Kube.Hosting;

internal static partial class ComponentLog
{
    [LoggerMessage(LogLevel.Information, "Stopping")]
    public static partial void Stopping(this ILogger logger);

    [LoggerMessage(LogLevel.Critical, "Ended by an unexpected error")]
    public static partial void Crashed(this ILogger logger, Exception exception);
}
