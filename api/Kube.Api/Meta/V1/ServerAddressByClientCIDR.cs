namespace Kube.Api.Meta.V1;

public sealed class ServerAddressByClientCIDR
{
    [Required, ProtoField(1)]
    public string? ClientCIDR { get; set; }

    [Required, ProtoField(2)]
    public string? ServerAddress { get; set; }
}
