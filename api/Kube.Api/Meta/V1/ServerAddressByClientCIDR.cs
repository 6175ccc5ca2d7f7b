namespace Kube.Api.Meta.V1;

public sealed class ServerAddressByClientCIDR
{
    [Required]
    public string? ClientCIDR { get; set; }

    [Required]
    public string? ServerAddress { get; set; }
}
