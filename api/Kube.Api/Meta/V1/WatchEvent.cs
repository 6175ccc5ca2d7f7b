using System.Text.Json;

namespace Kube.Api.Meta.V1;

/// <summary>One line of a watch response.</summary>
public sealed class WatchEvent
{
    /// <summary>ADDED, MODIFIED, DELETED, BOOKMARK or ERROR.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>The object after the change; before it for DELETED; a Status for ERROR.</summary>
    [Required, ProtoField(2)]
    public JsonElement? Object { get; set; }
}
