using Kube.Api;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Client;

/// <summary>The informers of one process: one for each kind, shared by everyone who asks.</summary>
public sealed class Informers(KubeClient client, ILoggerFactory? loggers = null, TimeProvider? time = null, Random? random = null) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Type, object> _shared = [];
    private readonly List<IInformer> _waiting = [];
    private readonly List<(IInformer Informer, Task Run)> _running = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly ILoggerFactory _loggers = loggers ?? NullLoggerFactory.Instance;

    /// <summary>The informer of a kind: without options one shared by all callers, with options a new one each time. It runs after the next <see cref="StartAsync"/>.</summary>
    public Informer<T> For<T>(InformerOptions<T>? options = null) where T : class, IResource<T>
    {
        lock (_lock)
        {
            if (options is null && _shared.TryGetValue(typeof(T), out var known))
            {
                return (Informer<T>)known;
            }

            var informer = new Informer<T>(client, options, _loggers, time, random);
            _waiting.Add(informer);
            if (options is null)
            {
                _shared.Add(typeof(T), informer);
            }

            return informer;
        }
    }

    /// <summary>Starts every informer asked for so far that is not running yet. They run until <paramref name="ct"/> or disposal.</summary>
    public Task StartAsync(CancellationToken ct)
    {
        lock (_lock)
        {
            foreach (var informer in _waiting)
            {
                _running.Add((informer, RunAsync(informer, ct)));
            }

            _waiting.Clear();
        }

        return Task.CompletedTask;
    }

    /// <summary>Waits until all started informers have synced.</summary>
    public Task WaitForSyncAsync(CancellationToken ct)
    {
        lock (_lock)
        {
            return Task.WhenAll(_running.Select(running => running.Informer.WaitForSyncAsync(ct)).ToList());
        }
    }

    /// <summary>Stops all informers. In test runs it throws where a cached object was changed in place.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running.Select(running => running.Run));
        _stop.Dispose();
    }

    private async Task RunAsync(IInformer informer, CancellationToken ct)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, _stop.Token);
        try
        {
            await informer.RunAsync(both.Token);
        }
        catch (Exception e)
        {
            _loggers.CreateLogger("informer").InformerEnded(informer.Resource, e);
            throw;
        }
    }
}
