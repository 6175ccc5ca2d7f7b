using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Explain;

/// <summary>One schema of the server's OpenAPI document, and the way from it to those of its fields. Pure.</summary>
/// <param name="Document">The whole document, in which references are looked up.</param>
internal sealed record ApiSchema(JsonObject Document, JsonObject Node)
{
    private const int DeepestReference = 20;

    /// <summary>The schema of a kind; null where the document has none.</summary>
    public static ApiSchema? OfKind(JsonObject document, string group, string version, string kind)
    {
        foreach (var (_, schema) in (document.At("components", "schemas") ?? document.At("definitions")) as JsonObject ?? [])
        {
            if (schema.Objects("x-kubernetes-group-version-kind").Any(k => (k.Text("group") ?? "") == group && k.Text("version") == version && k.Text("kind") == kind))
            {
                return new ApiSchema(document, (JsonObject)schema!);
            }
        }

        return null;
    }

    /// <summary>The fields' names in order.</summary>
    public IEnumerable<string> Fields => (Inner().At("properties") as JsonObject ?? []).Select(p => p.Key).Order(StringComparer.Ordinal);

    public IReadOnlyList<string> Required => Inner().Texts("required");

    public IReadOnlyList<string> Enum => Resolved().Texts("enum");

    /// <summary>The schema of a field; null where there is none.</summary>
    public ApiSchema? Field(string name) => Inner().At("properties", name) is JsonObject field ? new ApiSchema(Document, field) : null;

    /// <summary>What is said of the field, then what is said of its type.</summary>
    public IEnumerable<string> Descriptions() => Chain().Select(n => n.Text("description")).OfType<string>().Where(d => d.Length > 0).Distinct();

    /// <summary>The type as people write it: <c>string</c>, <c>[]Container</c>, <c>map[string]string</c>.</summary>
    public string TypeName()
    {
        if (Reference(Node) is { } name)
        {
            return Target(Node).Text("type") is { } plain and not ("object" or "array") ? plain : name[(name.LastIndexOf('.') + 1)..];
        }

        return Node.Text("type") switch
        {
            "array" => "[]" + (Child(Node.At("items"))?.TypeName() ?? "Object"),
            "object" when Child(Node.At("additionalProperties")) is { } value => $"map[string]{value.TypeName()}",
            "object" or null => "Object",
            var scalar => scalar,
        };
    }

    /// <summary>The schema whose fields are meant: that of a list's items, of a map's values.</summary>
    private JsonObject Inner()
    {
        var node = Resolved();
        for (var depth = 0; depth < DeepestReference; depth++)
        {
            var next = node.At("items") as JsonObject ?? (node.At("properties") is null ? node.At("additionalProperties") as JsonObject : null);
            if (next is null)
            {
                return node;
            }

            node = new ApiSchema(Document, next).Resolved();
        }

        return node;
    }

    private JsonObject Resolved() => Chain().Last();

    /// <summary>The node, and what it refers to, directly or as a list's item.</summary>
    private IEnumerable<JsonObject> Chain()
    {
        var node = Node;
        yield return node;
        for (var depth = 0; depth < DeepestReference && (Target(node) ?? Target(node.At("items"))) is { } target; depth++)
        {
            if (Target(node) is null)
            {
                yield return target;
                yield return node;
                yield break;
            }

            yield return node = target;
        }
    }

    private ApiSchema? Child(JsonNode? node) => node is JsonObject schema ? new ApiSchema(Document, schema) : null;

    private JsonObject? Target(JsonNode? node) => Reference(node) is { } name
        ? (Document.At("components", "schemas", name) ?? Document.At("definitions", name)) as JsonObject
        : null;

    private static string? Reference(JsonNode? node)
    {
        var reference = node.Text("$ref") ?? (node.Objects("allOf") is [var only] ? only.Text("$ref") : null);
        return reference?[(reference.LastIndexOf('/') + 1)..];
    }
}
