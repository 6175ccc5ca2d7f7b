namespace Kube.Api.Autoscaling.V2;

/// <summary>An object in the same namespace, by kind and name.</summary>
[MapAtomic]
public sealed class CrossVersionObjectReference
{
    /// <summary>Its kind.</summary>
    [Required, ProtoField(1)]
    public string? Kind { get; set; }

    /// <summary>Its name.</summary>
    [Required, ProtoField(2)]
    public string? Name { get; set; }

    /// <summary>Its group and version.</summary>
    [ProtoField(3)]
    public string? ApiVersion { get; set; }
}
