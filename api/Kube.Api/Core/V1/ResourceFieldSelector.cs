namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class ResourceFieldSelector
{
    public string? ContainerName { get; set; }

    [Required]
    public string? Resource { get; set; }

    public Quantity? Divisor { get; set; }
}
