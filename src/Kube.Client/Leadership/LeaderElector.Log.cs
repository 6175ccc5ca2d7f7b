using Microsoft.Extensions.Logging;

namespace Kube.Client;

internal static partial class LeaderElectorLog
{
    [LoggerMessage(LogLevel.Information, "Leading: holds the Lease {Namespace}/{Name} as {Identity}")]
    public static partial void Leading(this ILogger logger, string @namespace, string name, string identity);

    [LoggerMessage(LogLevel.Warning, "No longer leading: could not renew the Lease {Namespace}/{Name} as {Identity}")]
    public static partial void LostLease(this ILogger logger, string @namespace, string name, string identity);

    [LoggerMessage(LogLevel.Warning, "Cannot read or write the Lease {Namespace}/{Name}: {Reason}")]
    public static partial void CannotReachLease(this ILogger logger, string @namespace, string name, string reason);

    [LoggerMessage(LogLevel.Information, "Could not release the Lease {Namespace}/{Name}: {Reason}")]
    public static partial void NotReleased(this ILogger logger, string @namespace, string name, string reason);
}
