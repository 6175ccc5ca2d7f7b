using System.Text.Json.Serialization;

namespace Kube.Api.Core.V1;

public sealed class ContainerPort
{
    public string? Name { get; set; }

    public int? HostPort { get; set; }

    [Required]
    [JsonPropertyName("containerPort")]
    public int? Port { get; set; }

    [WireDefault("TCP")]
    public string? Protocol { get; set; }

    public string? HostIP { get; set; }
}
