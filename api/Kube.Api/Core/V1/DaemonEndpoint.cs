using System.Text.Json.Serialization;

namespace Kube.Api.Core.V1;

/// <summary>Where a daemon of a node listens.</summary>
public sealed class DaemonEndpoint
{
    /// <summary>Port number. Written with a capital P on the wire, unlike every other field.</summary>
    [Required, ProtoField(1)]
    [JsonPropertyName("Port")]
    public int? Port { get; set; }
}
