using System.Text.Json.Serialization;

namespace Kube.Api.Meta.V1;

/// <summary>The outcome of a call that returns no object.</summary>
public sealed class Status
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>List metadata.</summary>
    [ProtoField(1)]
    public ListMeta? Metadata { get; set; }

    /// <summary>Success or Failure.</summary>
    [JsonPropertyName("status")]
    [ProtoField(2)]
    public string? Result { get; set; }

    /// <summary>What happened, for people.</summary>
    [ProtoField(3)]
    public string? Message { get; set; }

    /// <summary>Why it failed, in one word, such as NotFound.</summary>
    [ProtoField(4)]
    public string? Reason { get; set; }

    /// <summary>More about it.</summary>
    [ProtoField(5, IsPointer = true)]
    public StatusDetails? Details { get; set; }

    /// <summary>The HTTP status code.</summary>
    [ProtoField(6)]
    public int? Code { get; set; }
}
