using System.Text.Json.Serialization;

namespace Kube.Api.Core.V1;

/// <summary>A port a container listens on.</summary>
public sealed class ContainerPort
{
    /// <summary>Name for Services and probes to use, unique in the pod.</summary>
    [ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Port of the node that leads here; none when absent.</summary>
    [ProtoField(2)]
    public int? HostPort { get; set; }

    /// <summary>The number, 1 to 65535.</summary>
    [Required]
    [JsonPropertyName("containerPort")]
    [ProtoField(3)]
    public int? Port { get; set; }

    /// <summary>TCP (default), UDP or SCTP.</summary>
    [WireDefault("TCP"), ProtoField(4)]
    public string? Protocol { get; set; }

    /// <summary>Address of the node on which hostPort is opened; all when absent.</summary>
    [ProtoField(5)]
    public string? HostIP { get; set; }
}
