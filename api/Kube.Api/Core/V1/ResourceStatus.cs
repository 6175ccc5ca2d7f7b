namespace Kube.Api.Core.V1;

/// <summary>Health of the devices of one resource.</summary>
public sealed class ResourceStatus
{
    /// <summary>Name of the resource.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>The devices.</summary>
    [ListMap("resourceID"), ProtoField(2)]
    public List<ResourceHealth>? Resources { get; set; }
}
