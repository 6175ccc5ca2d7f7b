using Microsoft.Extensions.Logging;

namespace Kube.Proxy;

internal static partial class ProxyProcessLog
{
    [LoggerMessage(LogLevel.Information, "Pods' packets pass Docker's firewall again")]
    public static partial void ForwardingRestored(this ILogger logger);

    [LoggerMessage(LogLevel.Error, "Could not check the machine's network: {Reason}")]
    public static partial void CheckFailed(this ILogger logger, string reason);
}
