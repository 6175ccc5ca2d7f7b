namespace Kube.Api.Core.V1;

/// <summary>The name of an object in the same namespace.</summary>
[MapAtomic]
public sealed class LocalObjectReference
{
    /// <summary>Its name.</summary>
    [ProtoField(1)]
    public string? Name { get; set; }
}
