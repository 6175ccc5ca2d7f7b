namespace Kube.Api.Core.V1;

public sealed class ResourceStatus
{
    [Required]
    public string? Name { get; set; }

    [ListMap("resourceID")]
    public List<ResourceHealth>? Resources { get; set; }
}
