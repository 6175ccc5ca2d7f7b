using System.Text.Json.Serialization;

namespace Kube.Api.Meta.V1;

public sealed class Status
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ListMeta? Metadata { get; set; }

    [JsonPropertyName("status")]
    [ProtoField(2)]
    public string? Result { get; set; }

    [ProtoField(3)]
    public string? Message { get; set; }

    [ProtoField(4)]
    public string? Reason { get; set; }

    [ProtoField(5, IsPointer = true)]
    public StatusDetails? Details { get; set; }

    [ProtoField(6)]
    public int? Code { get; set; }
}
