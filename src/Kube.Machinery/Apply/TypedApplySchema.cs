using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Apply;

/// <summary>The apply schema of a C# type, from its wire attributes.</summary>
internal sealed class TypedApplySchema : ApplySchema
{
    private static readonly ConcurrentDictionary<Type, TypedApplySchema> s_roots = new();
    private readonly TypeSchema _type;
    private readonly ConcurrentDictionary<string, ApplySchema> _fields = new();
    private readonly Lazy<ApplySchema> _item;

    private TypedApplySchema(TypeSchema type, FieldSchema? field)
    {
        _type = type;
        Ownership = type.Kind switch
        {
            SchemaKind.Object when field is { IsMapGranular: true } => Ownership.Granular,
            SchemaKind.Object or SchemaKind.Map => field is { IsMapAtomic: true } || type.Type.IsDefined(typeof(MapAtomicAttribute), false) ? Ownership.Atomic : Ownership.Granular,
            SchemaKind.List when field is { ListKeys.Count: > 0 } => Ownership.MapList,
            SchemaKind.List when field is { IsListSet: true } => Ownership.SetList,
            _ => Ownership.Atomic,
        };
        Keys = Ownership == Ownership.MapList ? [.. field!.ListKeys.Select(k => (k, type.Item!.Find(k)?.Default is { } value ? (JsonNode?)value : null))] : [];
        _item = new Lazy<ApplySchema>(() => type.Item is { } item ? new TypedApplySchema(item, null) : Unknown);
    }

    public override Ownership Ownership { get; }

    public override IReadOnlyList<(string Name, JsonNode? Default)> Keys { get; }

    public override ApplySchema Item => _item.Value;

    public static ApplySchema For(Type type) => s_roots.GetOrAdd(type, static t => new TypedApplySchema(TypeSchema.For(t), null));

    public override bool Declares(string field) => _type.Find(field) is not null;

    public override ApplySchema Field(string name) => _fields.GetOrAdd(name, static (n, type) => type switch
    {
        { Kind: SchemaKind.Map, Item: { } value } => new TypedApplySchema(value, null),
        _ => type.Find(n) is { } field ? new TypedApplySchema(field.Type, field) : Unknown,
    }, _type);
}
