namespace Kube.Api.Core.V1;

/// <summary>The nodes that can reach a volume.</summary>
public sealed class VolumeNodeAffinity
{
    /// <summary>What a node must fulfil.</summary>
    [ProtoField(1, IsPointer = true)]
    public NodeSelector? Required { get; set; }
}
