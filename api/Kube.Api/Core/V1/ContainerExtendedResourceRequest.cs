namespace Kube.Api.Core.V1;

public sealed class ContainerExtendedResourceRequest
{
    [Required]
    public string? ContainerName { get; set; }

    [Required]
    public string? ResourceName { get; set; }

    [Required]
    public string? RequestName { get; set; }
}
