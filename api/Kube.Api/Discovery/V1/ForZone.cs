namespace Kube.Api.Discovery.V1;

/// <summary>A zone that should use an endpoint.</summary>
public sealed class ForZone
{
    /// <summary>Name of the zone.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }
}
