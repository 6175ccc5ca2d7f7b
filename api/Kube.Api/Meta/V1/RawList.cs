using System.Text.Json;

namespace Kube.Api.Meta.V1;

/// <summary>A list whose items may be of any kind (<c>kind: List</c>), kept as JSON.</summary>
public sealed class RawList
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <summary>Usually <c>List</c>.</summary>
    public string? Kind { get; set; }

    /// <summary>The revision the list was read at, and the token for its next chunk.</summary>
    public ListMeta? Metadata { get; set; }

    /// <summary>The objects, each with its own apiVersion and kind.</summary>
    [Required]
    public List<JsonElement>? Items { get; set; }
}
