namespace Kube.Api.Meta.V1;

public sealed class APIVersions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [Required, ProtoField(1)]
    public List<string>? Versions { get; set; }

    [Required, ProtoField(2)]
    public List<ServerAddressByClientCIDR>? ServerAddressByClientCIDRs { get; set; }
}
