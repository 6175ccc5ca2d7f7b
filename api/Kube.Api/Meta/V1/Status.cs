using System.Text.Json.Serialization;

namespace Kube.Api.Meta.V1;

public sealed class Status
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    public ListMeta? Metadata { get; set; }

    [JsonPropertyName("status")]
    public string? Result { get; set; }

    public string? Message { get; set; }

    public string? Reason { get; set; }

    public StatusDetails? Details { get; set; }

    public int? Code { get; set; }
}
