namespace Kube.Api.Core.V1;

/// <summary>An object, also in another namespace.</summary>
public sealed class TypedObjectReference
{
    /// <summary>Its API group; the core group when absent.</summary>
    [ProtoField(1, IsPointer = true)]
    public string? ApiGroup { get; set; }

    /// <summary>Its kind.</summary>
    [Required, ProtoField(2)]
    public string? Kind { get; set; }

    /// <summary>Its name.</summary>
    [Required, ProtoField(3)]
    public string? Name { get; set; }

    /// <summary>Its namespace; the same when absent.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? Namespace { get; set; }
}
