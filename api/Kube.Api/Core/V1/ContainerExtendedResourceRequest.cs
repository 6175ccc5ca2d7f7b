namespace Kube.Api.Core.V1;

/// <summary>The request of a claim that stands for one extended resource of a container.</summary>
public sealed class ContainerExtendedResourceRequest
{
    /// <summary>The container.</summary>
    [Required, ProtoField(1)]
    public string? ContainerName { get; set; }

    /// <summary>The extended resource.</summary>
    [Required, ProtoField(2)]
    public string? ResourceName { get; set; }

    /// <summary>The request in the claim.</summary>
    [Required, ProtoField(3)]
    public string? RequestName { get; set; }
}
