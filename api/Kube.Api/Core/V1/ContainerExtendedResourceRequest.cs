namespace Kube.Api.Core.V1;

public sealed class ContainerExtendedResourceRequest
{
    [Required, ProtoField(1)]
    public string? ContainerName { get; set; }

    [Required, ProtoField(2)]
    public string? ResourceName { get; set; }

    [Required, ProtoField(3)]
    public string? RequestName { get; set; }
}
