using System.Text.Json.Nodes;

namespace Kube.Machinery.Schema.Structural;

/// <summary>
/// One pass that takes out forbidden nulls and fills in defaults. Lists of defaults within lists of defaults multiply, so what is added is counted
/// and the pass gives up beyond <see cref="MaximumValues"/>.
/// </summary>
internal sealed class Defaulting
{
    /// <summary>Values that may be added to one object: far more than fit into the store.</summary>
    public const int MaximumValues = 200_000;

    private int _added;

    /// <summary>False when it gave up; the object is then half done.</summary>
    public bool Run(JsonNode? value, SchemaNode? node)
    {
        if (node is null)
        {
            return true;
        }

        return value switch
        {
            JsonObject fields => DropNulls(fields, node) && Fill(fields, node),
            JsonArray items => Items(items, node.Items),
            _ => true,
        };
    }

    private static bool DropNulls(JsonObject fields, SchemaNode node)
    {
        foreach (var name in fields.Where(f => f.Value is null).Select(f => f.Key).ToList())
        {
            if ((node.Properties.GetValueOrDefault(name) ?? node.Additional) is { Nullable: false, DefaultValue: null } && !node.IsMeta(name))
            {
                fields.Remove(name);
            }
        }

        return true;
    }

    private bool Fill(JsonObject fields, SchemaNode node)
    {
        foreach (var (name, property) in node.Properties)
        {
            if (property.DefaultValue is { } value && (!fields.TryGetPropertyValue(name, out var present) || property.RefusesNull(present)))
            {
                if (!Count(value))
                {
                    return false;
                }

                fields[name] = value.DeepClone();
            }
        }

        foreach (var (name, value) in fields.ToList())
        {
            var below = node.Properties.GetValueOrDefault(name) ?? node.Additional;
            if (below?.DefaultValue is { } filler && below.RefusesNull(value))
            {
                fields[name] = filler.DeepClone();
            }

            if (!Run(fields[name], below))
            {
                return false;
            }
        }

        return true;
    }

    private bool Items(JsonArray items, SchemaNode? node)
    {
        for (var i = 0; node is not null && i < items.Count; i++)
        {
            if (node.DefaultValue is { } filler && node.RefusesNull(items[i]))
            {
                items[i] = filler.DeepClone();
            }

            if (!Run(items[i], node))
            {
                return false;
            }
        }

        return true;
    }

    private bool Count(JsonNode? value)
    {
        _added++;
        return _added <= MaximumValues && value switch
        {
            JsonObject fields => fields.All(f => Count(f.Value)),
            JsonArray items => items.All(Count),
            _ => true,
        };
    }
}
