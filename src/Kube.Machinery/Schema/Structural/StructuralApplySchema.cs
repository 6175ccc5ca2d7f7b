using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Kube.Api.Meta.V1;
using Kube.Machinery.Apply;

namespace Kube.Machinery.Schema.Structural;

/// <summary>The apply schema of a place in a custom object, from the list and map types of its schema.</summary>
internal sealed class StructuralApplySchema : ApplySchema
{
    private static readonly ApplySchema s_metadata = ServerSideApply.SchemaFor(typeof(ObjectMeta));
    private readonly SchemaNode _node;
    private readonly ConcurrentDictionary<string, ApplySchema> _fields = new(StringComparer.Ordinal);
    private readonly Lazy<ApplySchema> _item;

    public StructuralApplySchema(SchemaNode node)
    {
        _node = node;
        Ownership = node.Type switch
        {
            "array" when node.Source.XListType == "map" => Ownership.MapList,
            "array" when node.Source.XListType == "set" => Ownership.SetList,
            "object" or "" when node.Source.XIntOrString != true && node.Source.XMapType != "atomic" => Ownership.Granular,
            _ => Ownership.Atomic,
        };
        Keys = Ownership == Ownership.MapList
            ? [.. (node.Source.XListMapKeys ?? []).Select(k => (k, node.Items?.Properties.GetValueOrDefault(k)?.DefaultValue))]
            : [];
        _item = new Lazy<ApplySchema>(() => node.Items is { } items ? new StructuralApplySchema(items) : Unknown);
    }

    public override Ownership Ownership { get; }

    public override IReadOnlyList<(string Name, JsonNode? Default)> Keys { get; }

    public override ApplySchema Item => _item.Value;

    public override bool Declares(string field) => _node.IsMeta(field) || _node.Properties.ContainsKey(field);

    public override ApplySchema Field(string name)
    {
        if (_node.IsObject && name == "metadata")
        {
            return s_metadata;
        }

        // Names that nobody declared are not remembered: there is no end of them.
        return _node.Properties.TryGetValue(name, out var property) ? _fields.GetOrAdd(name, static (_, node) => new StructuralApplySchema(node), property)
            : _node.Additional is { } additional ? _fields.GetOrAdd("*", static (_, node) => new StructuralApplySchema(node), additional)
            : Unknown;
    }
}
