namespace Kube.Api.Meta.V1;

public sealed class APIGroup
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [Required]
    public string? Name { get; set; }

    [Required]
    public List<GroupVersionForDiscovery>? Versions { get; set; }

    public GroupVersionForDiscovery? PreferredVersion { get; set; }

    public List<ServerAddressByClientCIDR>? ServerAddressByClientCIDRs { get; set; }
}
