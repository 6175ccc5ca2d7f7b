namespace Kube.Api.Core.V1;

public sealed class NodeDaemonEndpoints
{
    [ProtoField(1)]
    public DaemonEndpoint? KubeletEndpoint { get; set; }
}
