using Kube.Api;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Client;

/// <summary>
/// Keeps a copy of a collection in memory and tells handlers what changes in it.
/// <para>
/// Contract. Changes of one object arrive in the order of its revisions, one at a time, to every handler in the order the handlers were added;
/// when a handler is called, the cache already holds the change (and possibly later ones). Steps may be skipped: after a break, an object that changed
/// twice is one Updated, and one that was deleted and created again may be one Updated with a new uid. Every object that was Added is Deleted once when
/// it is gone, even where that happened while the connection was down; the Deleted object is then the last one known.
/// Nothing is promised about the order between objects or between kinds. Cached objects are shared and read-only.
/// </para>
/// </summary>
public sealed class Informer<T> : ILister<T>, IInformer, IReflectorTarget<T>
    where T : class, IResource<T>
{
    private readonly Lock _delivery = new();
    private readonly List<Action<Change<T>>> _handlers = [];
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MutationDetector<T>? _mutations = MutationDetector<T>.CreateIfEnabled();
    private readonly Store<T> _store;
    private readonly Reflector<T> _reflector;
    private readonly ILogger _logger;

    /// <summary>An informer that does nothing until <see cref="RunAsync"/>.</summary>
    public Informer(KubeClient client, InformerOptions<T>? options = null, ILoggerFactory? loggers = null, TimeProvider? time = null, Random? random = null)
    {
        options ??= new InformerOptions<T>();
        _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("informer");
        _store = new Store<T>(options.Indexers);
        _reflector = new Reflector<T>(client, options, this, time ?? TimeProvider.System, random ?? new Random(), _logger);
    }

    /// <summary>Whether the first list has arrived and every handler has seen it.</summary>
    public bool HasSynced => _synced.Task.IsCompleted;

    /// <summary>Adds a handler; it first sees what the cache holds as Added. Handlers must not block: enqueue a key and return.</summary>
    public void AddHandler(Action<Change<T>> handler)
    {
        lock (_delivery)
        {
            foreach (var item in _store.List(null))
            {
                Call(handler, new Change<T>(ChangeType.Added, null, item));
            }

            _handlers.Add(handler);
        }
    }

    /// <summary>Lists and watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await _reflector.RunAsync(ct);
        if (_mutations is not null)
        {
            foreach (var item in _store.List(null))
            {
                _mutations.Verify(item);
            }
        }
    }

    /// <summary>Completes when <see cref="HasSynced"/> becomes true.</summary>
    public Task WaitForSyncAsync(CancellationToken ct) => _synced.Task.WaitAsync(ct);

    /// <inheritdoc />
    public T? Get(string? ns, string name) => _store.Get(new ObjectKey(ns, name));

    /// <inheritdoc />
    public IReadOnlyList<T> List(string? ns = null) => _store.List(ns);

    /// <inheritdoc />
    public IReadOnlyList<T> ByIndex(string index, string value) => _store.ByIndex(index, value);

    string IInformer.Resource => T.Info.GroupResource;

    void IReflectorTarget<T>.Replace(IReadOnlyDictionary<ObjectKey, T> items)
    {
        lock (_delivery)
        {
            foreach (var change in _store.Replace(items))
            {
                Deliver(change);
            }
        }

        _synced.TrySetResult();
    }

    void IReflectorTarget<T>.Apply(WatchEvent<T> change)
    {
        lock (_delivery)
        {
            if (_store.Set(ObjectKey.Of(change.Object), change.Type == WatchEventType.Deleted ? null : change.Object) is { } stored)
            {
                // A deletion carries the object's last state, which may be newer than the one that was cached.
                Deliver(stored.Type == ChangeType.Deleted ? stored with { Old = Final(stored.Old!, change.Object) } : stored);
            }
        }
    }

    private T Final(T cached, T last)
    {
        _mutations?.Verify(cached);
        return last;
    }

    private void Deliver(Change<T> change)
    {
        if (change.Old is { } old)
        {
            _mutations?.Verify(old);
        }

        if (change.New is { } now)
        {
            _mutations?.Remember(now);
        }

        foreach (var handler in _handlers)
        {
            Call(handler, change);
        }
    }

    private void Call(Action<Change<T>> handler, Change<T> change)
    {
        try
        {
            handler(change);
        }
        catch (Exception e)
        {
            _logger.HandlerFailed(T.Info.GroupResource, ObjectKey.Of(change.Object), e);
        }
    }
}
