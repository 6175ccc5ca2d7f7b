namespace Kube.Api.Core.V1;

/// <summary>The claim that stands for a pod's extended resources.</summary>
public sealed class PodExtendedResourceClaimStatus
{
    /// <summary>Which request stands for which resource of which container.</summary>
    [Required, ProtoField(1)]
    public List<ContainerExtendedResourceRequest>? RequestMappings { get; set; }

    /// <summary>The claim.</summary>
    [Required, ProtoField(2)]
    public string? ResourceClaimName { get; set; }
}
