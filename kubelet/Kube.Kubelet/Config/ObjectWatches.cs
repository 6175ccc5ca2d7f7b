using System.Collections.Concurrent;
using Kube.Api;
using Kube.Client;
using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Config;

/// <summary>
/// Single objects, each watched from the first time somebody asks for it until nobody keeps it: a node sees the ConfigMaps and Secrets of its own pods only.
/// </summary>
internal sealed class ObjectWatches<T>(KubeClient client, ILoggerFactory loggers, TimeProvider time, Random random) : IAsyncDisposable
    where T : class, IResource<T>
{
    private readonly ConcurrentDictionary<ObjectKey, Lazy<Entry>> _entries = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>A watched object has changed, come or gone.</summary>
    public event Action<ObjectKey>? Changed;

    /// <summary>The object as of now; null when it does not exist. Waits for the server the first time.</summary>
    public async Task<T?> GetAsync(string ns, string name, CancellationToken ct)
    {
        var key = new ObjectKey(ns, name);
        var entry = _entries.GetOrAdd(key, k => new Lazy<Entry>(() => Open(k))).Value;
        await entry.Informer.WaitForSyncAsync(ct);
        return entry.Informer.Get(ns, name);
    }

    /// <summary>Ends the watches of objects that nobody keeps.</summary>
    public void Retain(IReadOnlySet<ObjectKey> kept)
    {
        foreach (var key in _entries.Keys.Where(k => !kept.Contains(k)))
        {
            if (_entries.TryRemove(key, out var entry))
            {
                entry.Value.Stop.Cancel();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    private Entry Open(ObjectKey key)
    {
        var options = new InformerOptions<T> { Namespace = key.Namespace, FieldSelector = $"metadata.name={key.Name}" };
        var informer = new Informer<T>(client, options, loggers, time, random);
        informer.AddHandler(_ => Changed?.Invoke(key));
        var stop = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        _ = RunAsync(informer, stop.Token);
        return new Entry(informer, stop);
    }

    private static async Task RunAsync(Informer<T> informer, CancellationToken ct)
    {
        try
        {
            await informer.RunAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // Nobody needs the object any more.
        }
    }

    private sealed record Entry(Informer<T> Informer, CancellationTokenSource Stop);
}
