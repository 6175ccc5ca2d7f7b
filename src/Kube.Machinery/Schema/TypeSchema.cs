using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kube.Api;

namespace Kube.Machinery.Schema;

/// <summary>
/// What the API knows of a type: its fields under their wire names, and how lists and maps merge. Read off the C# type and its wire attributes
/// when first asked for, kept for good, safe to share between threads.
/// </summary>
public sealed class TypeSchema
{
    private static readonly ConcurrentDictionary<Type, TypeSchema> s_known = new();

    private static readonly FrozenDictionary<Type, SchemaKind> s_scalars = new Dictionary<Type, SchemaKind>
    {
        [typeof(string)] = SchemaKind.String,
        [typeof(int)] = SchemaKind.Int32,
        [typeof(long)] = SchemaKind.Int64,
        [typeof(double)] = SchemaKind.Number,
        [typeof(bool)] = SchemaKind.Boolean,
        [typeof(DateTime)] = SchemaKind.Time,
        [typeof(byte[])] = SchemaKind.Bytes,
        [typeof(Quantity)] = SchemaKind.Quantity,
        [typeof(IntOrString)] = SchemaKind.IntOrString,
        [typeof(JsonElement)] = SchemaKind.Any,
        [typeof(JsonNode)] = SchemaKind.Any,
        [typeof(JsonObject)] = SchemaKind.Any,
        [typeof(object)] = SchemaKind.Any,
        [typeof(CustomObject)] = SchemaKind.Any,
    }.ToFrozenDictionary();

    private readonly Lazy<Field[]> _fields;
    private readonly Lazy<FrozenDictionary<string, FieldSchema>> _byName;
    private readonly Type? _itemType;
    private TypeSchema? _item;

    private TypeSchema(Type type)
    {
        Type = type;
        (Kind, _itemType) = Classify(type);
        _fields = new Lazy<Field[]>(() => Kind is SchemaKind.Object or SchemaKind.OneOf ? [.. FieldsOf(type).Select(f => new Field(Encoding.UTF8.GetBytes(f.Name), f))] : []);
        _byName = new Lazy<FrozenDictionary<string, FieldSchema>>(() => _fields.Value.Select(f => f.Schema).ToFrozenDictionary(f => f.Name, StringComparer.Ordinal));
    }

    /// <summary>The C# type.</summary>
    public Type Type { get; }

    /// <summary>What a value looks like on the wire.</summary>
    public SchemaKind Kind { get; }

    /// <summary>The fields of an object, or the forms of a value, under their wire names; empty for everything else.</summary>
    public IReadOnlyDictionary<string, FieldSchema> Fields => _byName.Value;

    /// <summary>The schema of a list's items or a map's values; null for everything else.</summary>
    public TypeSchema? Item => _itemType is null ? null : _item ??= For(_itemType);

    /// <summary>What the type is for, from its documentation; null when none is at hand.</summary>
    public string? Description => TypeDescriptions.Of(Type);

    /// <summary>The schema of a type; nullable value types are seen as the type within.</summary>
    public static TypeSchema For(Type type) => s_known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, static t => new TypeSchema(t));

    /// <summary>The field of that wire name; null when the type has none.</summary>
    public FieldSchema? Find(string name) => Fields.GetValueOrDefault(name);

    /// <summary>The field the reader's property name stands for, without making a string of it; null when the type has none.</summary>
    internal FieldSchema? Find(ref readonly Utf8JsonReader reader)
    {
        foreach (var field in _fields.Value)
        {
            if (reader.ValueTextEquals(field.Utf8))
            {
                return field.Schema;
            }
        }

        return null;
    }

    /// <inheritdoc />
    public override string ToString() => Type.Name;

    private static (SchemaKind Kind, Type? Item) Classify(Type type)
    {
        if (s_scalars.TryGetValue(type, out var scalar))
        {
            return (scalar, null);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is { } generic)
        {
            if (generic == typeof(List<>) || generic == typeof(IReadOnlyList<>))
            {
                return (SchemaKind.List, type.GenericTypeArguments[0]);
            }

            if (generic == typeof(Dictionary<,>) || generic == typeof(IReadOnlyDictionary<,>))
            {
                return (SchemaKind.Map, type.GenericTypeArguments[1]);
            }
        }

        return (type.IsDefined(typeof(WireOneOfAttribute), false) ? SchemaKind.OneOf : SchemaKind.Object, null);
    }

    private static IEnumerable<FieldSchema> FieldsOf(Type type) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite && property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(JsonIgnoreAttribute))
        select new FieldSchema(property, property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    private readonly record struct Field(byte[] Utf8, FieldSchema Schema);
}
