namespace Kube.Storage.Cache;

/// <summary>What the cache must know about a resource to keep it.</summary>
/// <param name="Name">What the caller calls it, such as <c>pods</c> or <c>deployments.apps</c>; unique.</param>
/// <param name="Prefix">Where its keys are, such as <c>/registry/pods/</c>. One segment below the root; what follows is <c>namespace/name</c> or <c>name</c>.</param>
/// <param name="Fields">Values to read off each object for field selectors. <c>metadata.name</c> and <c>metadata.namespace</c> are always there.</param>
public sealed record CacheResource(string Name, string Prefix, IReadOnlyList<CacheField> Fields)
{
    /// <summary>Makes of a stored value the JSON that is kept and read; null where they are the same. Throws <see cref="System.Text.Json.JsonException"/> for what is no JSON object.</summary>
    public Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>? Form { get; init; }
}

/// <summary>A scalar that entries carry beside their bytes.</summary>
/// <param name="Path">Dotted JSON path, such as <c>spec.nodeName</c>.</param>
/// <param name="Absent">The value where the object has none (or null).</param>
/// <param name="Indexed">True where watches ask for equality so often that events are dispatched by it.</param>
public sealed record CacheField(string Path, string Absent = "", bool Indexed = false);
