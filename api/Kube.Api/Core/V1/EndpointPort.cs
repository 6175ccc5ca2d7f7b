namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class EndpointPort
{
    public string? Name { get; set; }

    [Required]
    public int? Port { get; set; }

    public string? Protocol { get; set; }

    public string? AppProtocol { get; set; }
}
