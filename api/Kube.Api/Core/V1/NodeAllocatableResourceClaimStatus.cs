namespace Kube.Api.Core.V1;

public sealed class NodeAllocatableResourceClaimStatus
{
    [Required, ProtoField(1)]
    public string? ResourceClaimName { get; set; }

    [ListSet, ProtoField(2)]
    public List<string>? Containers { get; set; }

    [Required, ProtoField(3)]
    public Dictionary<string, Quantity>? Resources { get; set; }
}
