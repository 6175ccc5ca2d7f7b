namespace Kube.Api.Core.V1;

/// <summary>A request or limit of a container.</summary>
[MapAtomic]
public sealed class ResourceFieldSelector
{
    /// <summary>The container; needed in volumes, the container itself in env.</summary>
    [ProtoField(1)]
    public string? ContainerName { get; set; }

    /// <summary>Which one, such as limits.cpu.</summary>
    [Required, ProtoField(2)]
    public string? Resource { get; set; }

    /// <summary>Unit the value is given in, such as 1m or 1Mi. Default 1.</summary>
    [ProtoField(3)]
    public Quantity? Divisor { get; set; }
}
