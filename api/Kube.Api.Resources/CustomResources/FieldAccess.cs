using System.Text.Json.Nodes;

namespace Kube.Api.Resources.CustomResources;

/// <summary>A field of a custom object by a simple path, such as <c>.spec.replicas</c>: names only, no lists.</summary>
internal sealed class FieldAccess(string path)
{
    private readonly string[] _names = path.TrimStart('.').Split('.');

    /// <summary>The path as it was written.</summary>
    public string Path => path;

    /// <summary>The number there; null when there is none.</summary>
    public long? Number(CustomObject obj) => Find(obj) is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    /// <summary>The text there; null when there is none.</summary>
    public string? Text(CustomObject obj) => Find(obj) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Sets the field; what is on the way and no object is replaced by one.</summary>
    public void Set(CustomObject obj, JsonNode value)
    {
        var at = obj.Fields;
        foreach (var name in _names[..^1])
        {
            if (at[name] is not JsonObject below)
            {
                at[name] = below = [];
            }

            at = below;
        }

        at[_names[^1]] = value;
    }

    private JsonNode? Find(CustomObject obj)
    {
        JsonNode? at = obj.Fields;
        foreach (var name in _names)
        {
            at = (at as JsonObject)?[name];
        }

        return at;
    }
}
