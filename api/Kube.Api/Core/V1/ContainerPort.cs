using System.Text.Json.Serialization;

namespace Kube.Api.Core.V1;

public sealed class ContainerPort
{
    [ProtoField(1)]
    public string? Name { get; set; }

    [ProtoField(2)]
    public int? HostPort { get; set; }

    [Required]
    [JsonPropertyName("containerPort")]
    [ProtoField(3)]
    public int? Port { get; set; }

    [WireDefault("TCP"), ProtoField(4)]
    public string? Protocol { get; set; }

    [ProtoField(5)]
    public string? HostIP { get; set; }
}
