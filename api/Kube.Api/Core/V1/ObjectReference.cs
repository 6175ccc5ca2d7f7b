namespace Kube.Api.Core.V1;

/// <summary>A pointer to another object, or to a part of it.</summary>
[MapAtomic]
public sealed class ObjectReference
{
    /// <summary>Its kind.</summary>
    [ProtoField(1)]
    public string? Kind { get; set; }

    /// <summary>Its namespace; absent for cluster-wide kinds.</summary>
    [ProtoField(2)]
    public string? Namespace { get; set; }

    /// <summary>Its name.</summary>
    [ProtoField(3)]
    public string? Name { get; set; }

    /// <summary>Its uid, to tell it from a later one of the same name.</summary>
    [ProtoField(4)]
    public string? Uid { get; set; }

    /// <summary>Its group and version.</summary>
    [ProtoField(5)]
    public string? ApiVersion { get; set; }

    /// <summary>The version that is meant.</summary>
    [ProtoField(6)]
    public string? ResourceVersion { get; set; }

    /// <summary>The part that is meant, such as spec.containers{name}.</summary>
    [ProtoField(7)]
    public string? FieldPath { get; set; }
}
