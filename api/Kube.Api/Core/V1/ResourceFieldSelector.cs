namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class ResourceFieldSelector
{
    [ProtoField(1)]
    public string? ContainerName { get; set; }

    [Required, ProtoField(2)]
    public string? Resource { get; set; }

    [ProtoField(3)]
    public Quantity? Divisor { get; set; }
}
