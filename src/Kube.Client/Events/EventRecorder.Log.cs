using Microsoft.Extensions.Logging;

namespace Kube.Client;

internal static partial class EventRecorderLog
{
    [LoggerMessage(LogLevel.Debug, "The event {Reason} about {Name} was refused: {Message}")]
    public static partial void EventRefused(this ILogger logger, string reason, string? name, string message);

    [LoggerMessage(LogLevel.Warning, "The event {Reason} about {Name} could not be sent: {Message}")]
    public static partial void EventNotSent(this ILogger logger, string reason, string? name, string message);
}
