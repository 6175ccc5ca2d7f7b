namespace Kube.Storage.Cache;

/// <summary>The kind of a watch event.</summary>
public enum CacheEventType
{
    /// <summary>The object is new, or new to the selector.</summary>
    Added,

    /// <summary>The object changed and was and is selected.</summary>
    Modified,

    /// <summary>The object is gone, or left the selector.</summary>
    Deleted,
}

/// <summary>A change as a watcher sees it. Shared by all watchers that see it the same way.</summary>
/// <param name="type">How the watcher sees it.</param>
/// <param name="entry">The object; for <see cref="CacheEventType.Deleted"/> its last state under the revision of the change.</param>
public sealed class CacheEvent(CacheEventType type, CacheEntry entry)
{
    private byte[]? _frame;

    /// <summary>How the watcher sees the change.</summary>
    public CacheEventType Type { get; } = type;

    /// <summary>The object; for <see cref="CacheEventType.Deleted"/> its last state under the revision of the change.</summary>
    public CacheEntry Entry { get; } = entry;

    /// <summary>The revision of the change.</summary>
    public long Revision => Entry.Revision;

    /// <summary><c>{"type":"...","object":...}</c> and a line feed. Made when first asked for, then shared.</summary>
    public ReadOnlyMemory<byte> Frame => _frame ??= EventFrame.Write(Type, Entry.Utf8.Span);
}
