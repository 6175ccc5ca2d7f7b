namespace Kube.Api.Core.V1;

public sealed class NodeAllocatableResourceClaimStatus
{
    [Required]
    public string? ResourceClaimName { get; set; }

    [ListSet]
    public List<string>? Containers { get; set; }

    [Required]
    public Dictionary<string, Quantity>? Resources { get; set; }
}
