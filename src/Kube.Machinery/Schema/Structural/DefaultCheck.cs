using System.Text.Json.Nodes;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>Defaults must be values that their own schema allows, without fields it would drop.</summary>
internal static class DefaultCheck
{
    public static void Run(SchemaNode node, ValueRules rules, FieldPath path, FieldErrors errors)
    {
        if (node.DefaultValue is { } value)
        {
            Value(node, rules, value, path.Child("default"), errors);
        }

        if (node.Items is { } items)
        {
            Run(items, rules.Items!, path.Child("items"), errors);
        }

        foreach (var (name, property) in node.Properties)
        {
            Run(property, rules.Properties[name], path.Child("properties").Key(name), errors);
        }

        if (node.Additional is { } additional)
        {
            Run(additional, rules.Additional!, path.Child("additionalProperties"), errors);
        }
    }

    private static void Value(SchemaNode node, ValueRules rules, JsonNode value, FieldPath path, FieldErrors errors)
    {
        var dropped = new List<string>();
        new Pruning(dropped).Run(value.DeepClone(), node);
        if (dropped.Count > 0)
        {
            errors.Invalid(path, ShownJson.Of(value), "must not have unknown fields");
        }

        var found = new ValueErrors(path, errors);
        rules.Check(value, null, found);
        EmbeddedObjects.Check(value, node, null, found);
    }
}
