using Microsoft.Extensions.Logging;

namespace Kube.Client;

internal static partial class ReflectorLog
{
    [LoggerMessage(LogLevel.Information, "Listing {Resource} again: revision {Revision} is no longer kept")]
    public static partial void RevisionGone(this ILogger logger, string resource, string? revision);

    [LoggerMessage(LogLevel.Warning, "Cannot follow {Resource}: the server answered {Code}: {Reason}")]
    public static partial void ServerRefused(this ILogger logger, string resource, int code, string reason);

    [LoggerMessage(LogLevel.Debug, "Lost the connection while following {Resource}: {Reason}")]
    public static partial void ConnectionBroke(this ILogger logger, string resource, string reason);

    [LoggerMessage(LogLevel.Error, "Cannot read what the server sent for {Resource}")]
    public static partial void UnreadableAnswer(this ILogger logger, string resource, Exception exception);

    [LoggerMessage(LogLevel.Error, "A handler of {Resource} failed on {Key}")]
    public static partial void HandlerFailed(this ILogger logger, string resource, ObjectKey key, Exception exception);

    [LoggerMessage(LogLevel.Critical, "The informer of {Resource} ended")]
    public static partial void InformerEnded(this ILogger logger, string resource, Exception exception);
}
