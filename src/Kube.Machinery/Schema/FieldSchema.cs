using System.Reflection;
using Kube.Api;

namespace Kube.Machinery.Schema;

/// <summary>One field of an object type: its name, its type and what the API says about it. Immutable.</summary>
public sealed class FieldSchema
{
    private readonly PropertyInfo _property;
    private readonly PatchMergeAttribute? _merge;
    private TypeSchema? _type;

    internal FieldSchema(PropertyInfo property, string name)
    {
        _property = property;
        Name = name;
        _merge = property.GetCustomAttribute<PatchMergeAttribute>();
        Required = property.IsDefined(typeof(RequiredAttribute));
        RetainKeys = property.IsDefined(typeof(PatchRetainKeysAttribute));
        PatchReplace = property.IsDefined(typeof(PatchReplaceAttribute));
        ListKeys = property.GetCustomAttribute<ListMapAttribute>()?.Keys ?? [];
        IsListSet = property.IsDefined(typeof(ListSetAttribute));
        IsMapAtomic = property.IsDefined(typeof(MapAtomicAttribute));
        IsMapGranular = property.IsDefined(typeof(MapGranularAttribute));
        Default = property.GetCustomAttribute<WireDefaultAttribute>()?.Value;
    }

    /// <summary>Name on the wire.</summary>
    public string Name { get; }

    /// <summary>The type of its value.</summary>
    public TypeSchema Type => _type ??= TypeSchema.For(_property.PropertyType);

    /// <summary>Listed as required in OpenAPI.</summary>
    public bool Required { get; }

    /// <summary>A strategic merge patch merges this list instead of replacing it.</summary>
    public bool PatchMerge => _merge is not null;

    /// <summary>The field that identifies an item of a merged list of objects; null for merged lists of scalars and for lists that are replaced.</summary>
    public string? MergeKey => _merge?.Key;

    /// <summary>Applying writes <c>$retainKeys</c> for this value.</summary>
    public bool RetainKeys { get; }

    /// <summary>A strategic merge patch replaces this object instead of merging it.</summary>
    public bool PatchReplace { get; }

    /// <summary>Server-side apply: the key fields of a map list; empty for other lists.</summary>
    public IReadOnlyList<string> ListKeys { get; }

    /// <summary>Server-side apply: a list that is a set of scalars.</summary>
    public bool IsListSet { get; }

    /// <summary>Server-side apply: a map or object owned as a whole.</summary>
    public bool IsMapAtomic { get; }

    /// <summary>Server-side apply: an object whose fields are owned one by one, though its type says otherwise.</summary>
    public bool IsMapGranular { get; }

    /// <summary>The value an absent key field stands for.</summary>
    public string? Default { get; }

    /// <summary>What the field is for, from the type's documentation; null when none is at hand.</summary>
    public string? Description => TypeDescriptions.Of(_property);

    /// <summary>The property that holds it in C#.</summary>
    public PropertyInfo Property => _property;
}
