namespace Kube.Client;

/// <summary>What happened to a watched object.</summary>
public enum WatchEventType
{
    /// <summary>It was created, or came to match the selector.</summary>
    Added,

    /// <summary>It changed.</summary>
    Modified,

    /// <summary>It was deleted, or no longer matches the selector.</summary>
    Deleted,

    /// <summary>Nothing happened up to the revision the otherwise empty object carries.</summary>
    Bookmark,
}

/// <summary>One event of a watch. Errors of the server are thrown as <see cref="ApiException"/> instead.</summary>
public readonly record struct WatchEvent<T>(WatchEventType Type, T Object);
