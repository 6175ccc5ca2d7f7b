namespace Kube.Api.Core.V1;

public sealed class NodeSwapStatus
{
    public long? Capacity { get; set; }
}
