using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api.ApiExtensions.V1;

namespace Kube.Machinery.Schema.Structural;

/// <summary>The shape of one place in an object: what pruning, defaulting and apply need to know. Immutable.</summary>
internal sealed class SchemaNode
{
    private static readonly string[] s_metaFields = ["apiVersion", "kind", "metadata"];

    private SchemaNode(JSONSchemaProps source, bool isRoot)
    {
        Source = source;
        IsRoot = isRoot;
        IsObject = isRoot || source.XEmbeddedResource == true;
        Properties = (source.Properties ?? []).ToFrozenDictionary(p => p.Key, p => Of(p.Value, false), StringComparer.Ordinal);
        Additional = source.AdditionalProperties?.Schema is { } additional ? Of(additional, false) : null;
        Items = source.Items?.Schema is { } items ? Of(items, false) : null;
        DefaultValue = source.Default is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value ? Read(value) : null;
    }

    public JSONSchemaProps Source { get; }

    public bool IsRoot { get; }

    /// <summary>A whole API object: the root, or one within another.</summary>
    public bool IsObject { get; }

    public string Type => Source.Type ?? "";

    public bool Nullable => Source.Nullable == true;

    public bool PreservesUnknown => Source.XPreserveUnknownFields == true;

    public FrozenDictionary<string, SchemaNode> Properties { get; }

    /// <summary>The schema of entries that are not properties.</summary>
    public SchemaNode? Additional { get; }

    /// <summary>Entries that are not properties are kept, with a schema or without.</summary>
    public bool AllowsAdditional => Source.AdditionalProperties is not null;

    public SchemaNode? Items { get; }

    public JsonNode? DefaultValue { get; }

    public static SchemaNode Of(JSONSchemaProps source, bool isRoot) => new(source, isRoot);

    /// <summary>True for apiVersion, kind and metadata of a whole API object.</summary>
    public bool IsMeta(string field) => IsObject && s_metaFields.Contains(field);

    /// <summary>A null here is one that must not be.</summary>
    public bool RefusesNull(JsonNode? value) => value is null && !Nullable;

    private static JsonNode? Read(JsonElement value)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(value.GetRawText()), new JsonReaderOptions { MaxDepth = Kube.Api.JsonNodes.MaximumDepth });
        reader.Read();
        return Kube.Api.JsonNodes.Read(ref reader);
    }
}
