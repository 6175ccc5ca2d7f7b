namespace Kube.Api.Meta.V1;

/// <summary>The versions of the core group.</summary>
public sealed class APIVersions
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>The versions.</summary>
    [Required, ProtoField(1)]
    public List<string>? Versions { get; set; }

    /// <summary>Addresses of the server, by where the client is.</summary>
    [Required, ProtoField(2)]
    public List<ServerAddressByClientCIDR>? ServerAddressByClientCIDRs { get; set; }
}
