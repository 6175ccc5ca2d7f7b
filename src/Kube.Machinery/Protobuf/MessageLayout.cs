using System.Collections.Concurrent;
using System.Reflection;
using Kube.Api;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Protobuf;

/// <summary>Which field number of a message is which field of the JSON form. A message that JSON shows inline has a layout of its own.</summary>
internal sealed class MessageLayout
{
    private static readonly ConcurrentDictionary<Type, MessageLayout> s_known = new();
    private readonly Dictionary<int, Slot> _slots = [];

    /// <summary>The layout of an object type.</summary>
    public static MessageLayout For(TypeSchema type) => s_known.GetOrAdd(type.Type, static (_, schema) =>
    {
        var layout = new MessageLayout();
        foreach (var field in schema.Fields.Values)
        {
            if (field.Property.GetCustomAttribute<ProtoFieldAttribute>() is { } place)
            {
                layout.Add(place.Path, 0, new Slot(field, place.IsPointer, null));
            }
        }

        return layout;
    }, type);

    /// <summary>What stands at a number; null for a number that is not known.</summary>
    public Slot? Find(int number) => _slots.GetValueOrDefault(number);

    private void Add(IReadOnlyList<int> path, int at, Slot slot)
    {
        if (at == path.Count - 1)
        {
            _slots[path[at]] = slot;
            return;
        }

        if (!_slots.TryGetValue(path[at], out var inline))
        {
            _slots[path[at]] = inline = new Slot(null, false, new MessageLayout());
        }

        inline.Inline!.Add(path, at + 1, slot);
    }

    /// <summary>A field, or a message whose fields belong to the enclosing object.</summary>
    /// <param name="Field">The field; null for an inline message.</param>
    /// <param name="IsPointer">A zero value counts as set.</param>
    /// <param name="Inline">The inline message's layout.</param>
    internal sealed record Slot(FieldSchema? Field, bool IsPointer, MessageLayout? Inline);
}
