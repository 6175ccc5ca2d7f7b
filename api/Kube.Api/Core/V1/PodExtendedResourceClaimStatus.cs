namespace Kube.Api.Core.V1;

public sealed class PodExtendedResourceClaimStatus
{
    [Required, ProtoField(1)]
    public List<ContainerExtendedResourceRequest>? RequestMappings { get; set; }

    [Required, ProtoField(2)]
    public string? ResourceClaimName { get; set; }
}
