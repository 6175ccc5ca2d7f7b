namespace Kube.Api;

/// <summary>The field must be present and not empty for the object to make sense; listed under <c>required</c> in OpenAPI.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredAttribute : Attribute;

/// <summary>A strategic merge patch merges this list or map instead of replacing it; lists of objects match items by <paramref name="key"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatchMergeAttribute(string? key = null) : Attribute
{
    /// <summary>JSON name of the field that identifies a list item; null for lists of scalars.</summary>
    public string? Key { get; } = key;
}

/// <summary>In a strategic merge patch, fields that the patch does not name are dropped from the object (unions such as a volume's source).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatchRetainKeysAttribute : Attribute;

/// <summary>In a strategic merge patch, the object is replaced by what the patch says instead of being merged with it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatchReplaceAttribute : Attribute;

/// <summary>For server-side apply the list is a map: items are identified by these keys and owned one by one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ListMapAttribute(params string[] keys) : Attribute
{
    /// <summary>JSON names of the key fields.</summary>
    public IReadOnlyList<string> Keys { get; } = keys;
}

/// <summary>For server-side apply the list is a set of scalars, each owned by itself. Lists with neither mark are atomic.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ListSetAttribute : Attribute;

/// <summary>For server-side apply the map or object is owned as a whole; on a class, every object of that type is.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class MapAtomicAttribute : Attribute;

/// <summary>For server-side apply the fields of the object are owned one by one here, though its type is otherwise owned as a whole.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MapGranularAttribute : Attribute;

/// <summary>The value that an absent key field of a map list stands for, such as a port's protocol.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WireDefaultAttribute(string value) : Attribute
{
    /// <summary>The value, as on the wire.</summary>
    public string Value { get; } = value;
}

/// <summary>
/// Where the field is in Kubernetes' protobuf form: its number, or, for a field of a message that JSON shows inline, the message's number and then its own.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ProtoFieldAttribute(params int[] path) : Attribute
{
    /// <summary>Field numbers from the object inwards.</summary>
    public IReadOnlyList<int> Path { get; } = path;

    /// <summary>True where a zero value differs from an absent one; others are always written in protobuf and left out of JSON when zero.</summary>
    public bool IsPointer { get; init; }
}

/// <summary>The type's properties are alternatives: a value is written as the one that is set, without its name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WireOneOfAttribute : Attribute;
