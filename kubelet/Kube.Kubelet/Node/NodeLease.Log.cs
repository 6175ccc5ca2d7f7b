using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Node;

internal static partial class NodeLeaseLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "the node's Lease could not be renewed: {Error}")]
    public static partial void LeaseNotRenewed(this ILogger logger, string error);
}
