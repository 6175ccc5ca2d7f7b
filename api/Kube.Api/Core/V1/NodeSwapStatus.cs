namespace Kube.Api.Core.V1;

public sealed class NodeSwapStatus
{
    [ProtoField(1, IsPointer = true)]
    public long? Capacity { get; set; }
}
