namespace Kube.Api.Meta.V1;

/// <summary>What must hold for an operation.</summary>
public sealed class Preconditions
{
    /// <summary>The uid the object must have.</summary>
    [ProtoField(1, IsPointer = true)]
    public string? Uid { get; set; }

    /// <summary>The version the object must have.</summary>
    [ProtoField(2, IsPointer = true)]
    public string? ResourceVersion { get; set; }
}
