namespace Kube.Client;

/// <summary>How a cached object changed.</summary>
public enum ChangeType
{
    /// <summary>It was not known before.</summary>
    Added,

    /// <summary>It has a new revision.</summary>
    Updated,

    /// <summary>It is gone.</summary>
    Deleted,
}

/// <summary>One change of an informer's cache. Both objects are shared and read-only.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Old">The object before; null for Added.</param>
/// <param name="New">The object after; null for Deleted.</param>
public readonly record struct Change<T>(ChangeType Type, T? Old, T? New)
    where T : class
{
    /// <summary>The object after, or for Deleted before the change.</summary>
    public T Object => New ?? Old!;
}
