namespace Kube.Api.Core.V1;

/// <summary>Where a node's daemons listen.</summary>
public sealed class NodeDaemonEndpoints
{
    /// <summary>The kubelet.</summary>
    [ProtoField(1)]
    public DaemonEndpoint? KubeletEndpoint { get; set; }
}
