namespace Kube.Api.Meta.V1;

/// <summary>A version of a group.</summary>
public sealed class GroupVersionForDiscovery
{
    /// <summary>Group and version.</summary>
    [Required, ProtoField(1)]
    public string? GroupVersion { get; set; }

    /// <summary>The version alone.</summary>
    [Required, ProtoField(2)]
    public string? Version { get; set; }
}
