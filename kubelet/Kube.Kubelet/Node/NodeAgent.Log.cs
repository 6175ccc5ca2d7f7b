using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Node;

internal static partial class NodeAgentLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "the node's status could not be brought up to date: {Error}")]
    public static partial void NodeStepFailed(this ILogger logger, string error);

    [LoggerMessage(Level = LogLevel.Information, Message = "pod network {Range}; the node's address is {Address}")]
    public static partial void NetworkReady(this ILogger logger, System.Net.IPNetwork range, string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "registered node {Name}")]
    public static partial void Registered(this ILogger logger, string name);
}
