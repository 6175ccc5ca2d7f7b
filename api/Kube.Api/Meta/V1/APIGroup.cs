namespace Kube.Api.Meta.V1;

public sealed class APIGroup
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [Required, ProtoField(1)]
    public string? Name { get; set; }

    [Required, ProtoField(2)]
    public List<GroupVersionForDiscovery>? Versions { get; set; }

    [ProtoField(3)]
    public GroupVersionForDiscovery? PreferredVersion { get; set; }

    [ProtoField(4)]
    public List<ServerAddressByClientCIDR>? ServerAddressByClientCIDRs { get; set; }
}
