namespace Kube.Api.Core.V1;

public sealed class PodExtendedResourceClaimStatus
{
    [Required]
    public List<ContainerExtendedResourceRequest>? RequestMappings { get; set; }

    [Required]
    public string? ResourceClaimName { get; set; }
}
