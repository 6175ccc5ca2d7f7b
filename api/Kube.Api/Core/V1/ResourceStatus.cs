namespace Kube.Api.Core.V1;

public sealed class ResourceStatus
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    [ListMap("resourceID"), ProtoField(2)]
    public List<ResourceHealth>? Resources { get; set; }
}
