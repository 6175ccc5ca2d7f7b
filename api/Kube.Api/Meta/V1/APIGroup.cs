namespace Kube.Api.Meta.V1;

/// <summary>A group of the API and its versions.</summary>
public sealed class APIGroup
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name of the group.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Its versions.</summary>
    [Required, ProtoField(2)]
    public List<GroupVersionForDiscovery>? Versions { get; set; }

    /// <summary>The one to use.</summary>
    [ProtoField(3)]
    public GroupVersionForDiscovery? PreferredVersion { get; set; }

    /// <summary>Addresses of the server, by where the client is.</summary>
    [ProtoField(4)]
    public List<ServerAddressByClientCIDR>? ServerAddressByClientCIDRs { get; set; }
}
