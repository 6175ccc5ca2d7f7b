using Kube.Api;
using Kube.Client;
using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Config;

/// <summary>
/// One watch for all nodes of this process: each change goes to the node it concerns. An object that has moved to another node (deleted and created
/// again under its name) is Deleted for the one and Added for the other.
/// </summary>
internal sealed class ByNode<T>
    where T : class, IResource<T>
{
    private const string Index = "node";
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Action<Change<T>>> _handlers = [];
    private readonly Informer<T> _informer;
    private readonly Func<T, string?> _nodeOf;

    /// <param name="client">The API server.</param>
    /// <param name="fields">Which objects concern any of the nodes.</param>
    /// <param name="nodeOf">The node an object concerns.</param>
    /// <param name="loggers">For the watch.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Randomness.</param>
    public ByNode(KubeClient client, string? fields, Func<T, string?> nodeOf, ILoggerFactory loggers, TimeProvider time, Random random)
    {
        _nodeOf = nodeOf;
        var options = new InformerOptions<T>
        {
            FieldSelector = fields,
            Indexers = new Dictionary<string, Func<T, IEnumerable<string>>> { [Index] = item => nodeOf(item) is { } node ? [node] : [] },
        };
        _informer = new Informer<T>(client, options, loggers, time, random);
        _informer.AddHandler(Dispatch);
    }

    public Task RunAsync(CancellationToken ct) => _informer.RunAsync(ct);

    public Task WaitForSyncAsync(CancellationToken ct) => _informer.WaitForSyncAsync(ct);

    /// <summary>One object without a namespace.</summary>
    public T? Get(string name) => _informer.Get(null, name);

    public T? Get(string ns, string name) => _informer.Get(ns, name);

    /// <summary>What concerns a node.</summary>
    public IReadOnlyList<T> Of(string node) => _informer.ByIndex(Index, node);

    /// <summary>
    /// From now on a node hears of its objects, of those already known first as Added; it may hear so twice of one that comes just now. One handler per node.
    /// </summary>
    public void Subscribe(string node, Action<Change<T>> handler)
    {
        lock (_lock)
        {
            foreach (var item in Of(node))
            {
                handler(new Change<T>(ChangeType.Added, null, item));
            }

            _handlers[node] = handler;
        }
    }

    private void Dispatch(Change<T> change)
    {
        var (before, after) = (change.Old is null ? null : _nodeOf(change.Old), change.New is null ? null : _nodeOf(change.New));
        lock (_lock)
        {
            if (change is { Old: not null, New: not null } && before != after)
            {
                Tell(before, new Change<T>(ChangeType.Deleted, change.Old, null));
                Tell(after, new Change<T>(ChangeType.Added, null, change.New));
            }
            else
            {
                Tell(after ?? before, change);
            }
        }
    }

    private void Tell(string? node, Change<T> change)
    {
        if (node is not null && _handlers.TryGetValue(node, out var handler))
        {
            handler(change);
        }
    }
}
