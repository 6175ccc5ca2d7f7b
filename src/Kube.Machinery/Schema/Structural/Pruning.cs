using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Kube.Api.Meta.V1;

namespace Kube.Machinery.Schema.Structural;

/// <summary>One pass that drops undeclared fields from an object.</summary>
internal sealed class Pruning(ICollection<string>? unknown)
{
    private static readonly TypeSchema s_metadata = TypeSchema.For(typeof(ObjectMeta));
    private readonly StringBuilder _path = new();

    public void Run(JsonNode? value, SchemaNode? node)
    {
        switch (value)
        {
            case JsonObject fields:
                Fields(fields, node);
                break;
            case JsonArray items when node is not { PreservesUnknown: true, Items: null }:
                Items(items, node?.Items);
                break;
            default:
                break;
        }
    }

    private void Fields(JsonObject fields, SchemaNode? node)
    {
        if (node is { PreservesUnknown: true, Properties.Count: 0, Additional: null, IsObject: false })
        {
            return;
        }

        List<string>? dropped = null;
        foreach (var (name, value) in fields)
        {
            var length = Enter(name);
            if (node?.IsMeta(name) == true)
            {
                Metadata(name, value);
            }
            else if (node?.Properties.GetValueOrDefault(name) is { } property)
            {
                Run(value, property);
            }
            else if (node is { AllowsAdditional: true })
            {
                Run(value, node.Additional);
            }
            else if (node is not { PreservesUnknown: true })
            {
                (dropped ??= []).Add(name);
                unknown?.Add(_path.ToString());
            }

            _path.Length = length;
        }

        dropped?.ForEach(name => fields.Remove(name));
    }

    private void Items(JsonArray items, SchemaNode? node)
    {
        var length = _path.Length;
        for (var i = 0; i < items.Count; i++)
        {
            _path.Append('[').Append(i.ToString(CultureInfo.InvariantCulture)).Append(']');
            Run(items[i], node);
            _path.Length = length;
        }
    }

    private void Metadata(string name, JsonNode? value)
    {
        if (name == "metadata")
        {
            Typed(value, s_metadata);
        }
    }

    private void Typed(JsonNode? value, TypeSchema? type)
    {
        if (value is JsonArray items && type?.Kind == SchemaKind.List)
        {
            var length = _path.Length;
            for (var i = 0; i < items.Count; i++)
            {
                _path.Append('[').Append(i.ToString(CultureInfo.InvariantCulture)).Append(']');
                Typed(items[i], type.Item);
                _path.Length = length;
            }
        }

        if (value is not JsonObject fields || type?.Kind != SchemaKind.Object)
        {
            return;
        }

        foreach (var (name, field) in fields.ToList())
        {
            var length = Enter(name);
            if (type.Find(name) is { } known)
            {
                Typed(field, known.Type);
            }
            else
            {
                fields.Remove(name);
                unknown?.Add(_path.ToString());
            }

            _path.Length = length;
        }
    }

    private int Enter(string name)
    {
        var length = _path.Length;
        _path.Append(length == 0 ? "" : ".").Append(name);
        return length;
    }
}
