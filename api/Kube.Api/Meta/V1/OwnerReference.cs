namespace Kube.Api.Meta.V1;

/// <summary>An object that another belongs to, in the same namespace or cluster-wide.</summary>
[MapAtomic]
public sealed class OwnerReference
{
    /// <summary>Its group and version.</summary>
    [Required, ProtoField(5)]
    public string? ApiVersion { get; set; }

    /// <summary>Its kind.</summary>
    [Required, ProtoField(1)]
    public string? Kind { get; set; }

    /// <summary>Its name.</summary>
    [Required, ProtoField(3)]
    public string? Name { get; set; }

    /// <summary>Its uid.</summary>
    [Required, ProtoField(4)]
    public string? Uid { get; set; }

    /// <summary>True for the one owner that manages the object.</summary>
    [ProtoField(6, IsPointer = true)]
    public bool? Controller { get; set; }

    /// <summary>True when the owner, deleted in the foreground, must wait for the object to go.</summary>
    [ProtoField(7, IsPointer = true)]
    public bool? BlockOwnerDeletion { get; set; }
}
