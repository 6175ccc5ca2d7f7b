namespace Kube.Api.Meta.V1;

/// <summary>An address of the server for some clients.</summary>
public sealed class ServerAddressByClientCIDR
{
    /// <summary>Address range of the clients.</summary>
    [Required, ProtoField(1)]
    public string? ClientCIDR { get; set; }

    /// <summary>Address of the server for them.</summary>
    [Required, ProtoField(2)]
    public string? ServerAddress { get; set; }
}
