namespace Kube.Api.Core.V1;

/// <summary>A Secret of any namespace.</summary>
[MapAtomic]
public sealed class SecretReference
{
    /// <summary>Its name.</summary>
    [ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Its namespace.</summary>
    [ProtoField(2)]
    public string? Namespace { get; set; }
}
