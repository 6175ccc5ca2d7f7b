namespace Kube.Api.Core.V1;

/// <summary>A claim that takes from the node's ordinary resources.</summary>
public sealed class NodeAllocatableResourceClaimStatus
{
    /// <summary>The claim.</summary>
    [Required, ProtoField(1)]
    public string? ResourceClaimName { get; set; }

    /// <summary>Containers that use it.</summary>
    [ListSet, ProtoField(2)]
    public List<string>? Containers { get; set; }

    /// <summary>What it takes.</summary>
    [Required, ProtoField(3)]
    public Dictionary<string, Quantity>? Resources { get; set; }
}
