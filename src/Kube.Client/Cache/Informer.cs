using Kube.Api;
using Microsoft.Extensions.Logging;

namespace Kube.Client;

/// <summary>Keeps a copy of a collection in memory and tells handlers what changes in it.</summary>
public sealed class Informer<T> : ILister<T>
    where T : class, IResource<T>
{
    /// <summary>An informer that does nothing until <see cref="RunAsync"/>.</summary>
    public Informer(KubeClient client, InformerOptions<T>? options = null, ILoggerFactory? loggers = null, TimeProvider? time = null, Random? random = null)
    {
    }

    /// <summary>Whether the first list has arrived and every handler has seen it.</summary>
    public bool HasSynced => throw new NotSupportedException();

    /// <summary>Adds a handler; it first sees what the cache holds as Added. Handlers must not block: enqueue a key and return.</summary>
    public void AddHandler(Action<Change<T>> handler) => throw new NotSupportedException();

    /// <summary>Lists and watches until cancelled.</summary>
    public Task RunAsync(CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Completes when <see cref="HasSynced"/> becomes true.</summary>
    public Task WaitForSyncAsync(CancellationToken ct) => throw new NotSupportedException();

    /// <inheritdoc />
    public T? Get(string? ns, string name) => throw new NotSupportedException();

    /// <inheritdoc />
    public IReadOnlyList<T> List(string? ns = null) => throw new NotSupportedException();

    /// <inheritdoc />
    public IReadOnlyList<T> ByIndex(string index, string value) => throw new NotSupportedException();
}
