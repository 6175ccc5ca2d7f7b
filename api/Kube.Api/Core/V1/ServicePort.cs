namespace Kube.Api.Core.V1;

public sealed class ServicePort
{
    public string? Name { get; set; }

    [WireDefault("TCP")]
    public string? Protocol { get; set; }

    public string? AppProtocol { get; set; }

    [Required]
    public int? Port { get; set; }

    public IntOrString? TargetPort { get; set; }

    public int? NodePort { get; set; }
}
