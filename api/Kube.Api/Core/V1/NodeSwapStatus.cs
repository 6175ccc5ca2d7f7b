namespace Kube.Api.Core.V1;

/// <summary>Swap space of a node.</summary>
public sealed class NodeSwapStatus
{
    /// <summary>Bytes.</summary>
    [ProtoField(1, IsPointer = true)]
    public long? Capacity { get; set; }
}
