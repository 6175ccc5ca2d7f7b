namespace Kube.Api.Meta.V1;

/// <summary>A kind, with its group and version.</summary>
public sealed class GroupVersionKind
{
    /// <summary>API group; empty for core.</summary>
    [Required, ProtoField(1)]
    public string? Group { get; set; }

    /// <summary>Version.</summary>
    [Required, ProtoField(2)]
    public string? Version { get; set; }

    /// <summary>Kind.</summary>
    [Required, ProtoField(3)]
    public string? Kind { get; set; }
}
