namespace Kube.Api.ApiDiscovery.V2;

/// <summary>A version of a group and its resources.</summary>
public sealed class APIVersionDiscovery
{
    /// <summary>The version.</summary>
    [Required, ProtoField(1)]
    public string? Version { get; set; }

    /// <summary>Its resources.</summary>
    [ListMap("resource"), ProtoField(2)]
    public List<APIResourceDiscovery>? Resources { get; set; }

    /// <summary>Current, or Stale when its server could not be asked.</summary>
    [ProtoField(3)]
    public string? Freshness { get; set; }
}
