using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Controllers.Runtime;
using Microsoft.Extensions.Logging;

namespace Kube.Controllers.GarbageCollection;

/// <summary>
/// One watch per kind that can be collected, feeding the graph. The list of kinds is read again when a definition of custom kinds changes, and from
/// time to time, so that kinds are followed as they come and go.
/// </summary>
internal sealed partial class GraphMonitors(ControllerContext context, OwnerGraph graph, MetadataClient metadata, WorkQueue<string> queue) : IMetadataSink
{
    private const string Definitions = "customresourcedefinitions.apiextensions.k8s.io";

    /// <summary>As often as Kubernetes looks: kinds that no definition stands for come and go rarely, and there is nothing to watch for them.</summary>
    private static readonly TimeSpan s_refresh = TimeSpan.FromSeconds(30);

    /// <summary>Between two readings at least: definitions often come in numbers, and change a few times until they are served.</summary>
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = context.Loggers.CreateLogger("garbage-collector-controller");
    private readonly Dictionary<string, Monitor> _running = [];
    private readonly TaskCompletionSource _started = NewSignal();
    private TaskCompletionSource _definitionsChanged = NewSignal();

    /// <summary>The kinds as last read.</summary>
    public ApiCatalog Catalog { get; private set; } = ApiCatalog.Empty;

    /// <summary>Watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            while (!ct.IsCancellationRequested)
            {
                await RefreshAsync(ct);
                await Task.Delay(s_settle, context.Time, ct);
                if (_started.Task.IsCompleted)
                {
                    await PauseAsync(ct);
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The end.
        }

        await Task.WhenAll(_running.Values.Select(monitor => monitor.Task));
    }

    /// <summary>Completes when every kind of the first reading has been listed: before that, absence means nothing.</summary>
    public async Task WaitForSyncAsync(CancellationToken ct)
    {
        await _started.Task.WaitAsync(ct);
        await Task.WhenAll(_running.Values.ToList().Select(monitor => monitor.Reflector.Synced)).WaitAsync(ct);
        LogSynced(_running.Count, graph.Count);
    }

    /// <inheritdoc />
    public void Observed(ResourceInfo kind, PartialObjectMetadata value)
    {
        Enqueue(graph.Observe(kind, value));
        if (kind.GroupResource == Definitions)
        {
            Volatile.Read(ref _definitionsChanged).TrySetResult();
        }
    }

    /// <inheritdoc />
    public void Gone(string uid) => Enqueue(graph.Remove(uid));

    private void Enqueue(IReadOnlyCollection<string> uids)
    {
        foreach (var uid in uids)
        {
            queue.Add(uid);
        }
    }

    private async Task PauseAsync(CancellationToken ct)
    {
        try
        {
            await _definitionsChanged.Task.WaitAsync(s_refresh, context.Time, ct);
        }
        catch (TimeoutException)
        {
            // No definition has changed; the list is read all the same.
        }

        Volatile.Write(ref _definitionsChanged, NewSignal());
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RefreshAsync(CancellationToken ct)
    {
        try
        {
            Catalog = await ApiCatalog.ReadAsync(context.Client, ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            LogDiscoveryFailed(error.Message);
            return;
        }

        var wanted = Catalog.Kinds.Where(IsCollected).ToDictionary(kind => $"{kind.Info.ApiVersion}/{kind.Info.Plural}", kind => kind.Info);
        foreach (var (name, monitor) in _running.Where(running => !wanted.ContainsKey(running.Key)).ToList())
        {
            _running.Remove(name);
            await monitor.StopAsync();
        }

        foreach (var (name, kind) in wanted)
        {
            if (!_running.ContainsKey(name))
            {
                _running.Add(name, Monitor.Start(new MetadataReflector(kind, metadata, this, context.Time, context.Random, _logger), ct));
            }
        }

        _started.TrySetResult();
    }

    /// <summary>Events own nothing and are owned by nobody, and there are many.</summary>
    private static bool IsCollected(ServedKind kind) => kind.Can("delete", "list", "watch") && kind.Info.Plural != "events";

    [LoggerMessage(1, LogLevel.Debug, "Watching {Kinds} kinds, {Objects} objects")]
    private partial void LogSynced(int kinds, int objects);

    [LoggerMessage(2, LogLevel.Information, "Cannot read the list of kinds, trying again: {Reason}")]
    private partial void LogDiscoveryFailed(string reason);

    private sealed record Monitor(MetadataReflector Reflector, Task Task, CancellationTokenSource Stop)
    {
        public static Monitor Start(MetadataReflector reflector, CancellationToken ct)
        {
            var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
            return new Monitor(reflector, reflector.RunAsync(stop.Token), stop);
        }

        public async Task StopAsync()
        {
            await Stop.CancelAsync();
            await Task;
            Stop.Dispose();
        }
    }
}
