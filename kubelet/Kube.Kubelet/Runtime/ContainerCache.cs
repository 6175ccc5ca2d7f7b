using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Runtime;

/// <summary>
/// What the runtime has of this node, kept current by its event stream: listed in full at the start and after every break of the stream, then one
/// container at a time. Nothing polls. <see cref="Changed"/> is called with the pod's uid after each change.
/// </summary>
internal sealed class ContainerCache(IContainerRuntime runtime, TimeProvider time, ILogger<ContainerCache> logger)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);

    // Events are asked for from a little before the list, so that none falls between; a repeated one only costs an inspection.
    private static readonly TimeSpan s_overlap = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ContainerSnapshot> _containers = [];
    private readonly TaskCompletionSource _listed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _trouble = "container runtime has not answered yet";

    public event Action<string>? Changed;

    /// <summary>The runtime has gone away or come back.</summary>
    public event Action? AvailabilityChanged;

    /// <summary>Why the runtime cannot be used; null while it answers.</summary>
    public string? Trouble => _trouble;

    public Task WaitForListAsync(CancellationToken ct) => _listed.Task.WaitAsync(ct);

    public IReadOnlyList<ContainerSnapshot> All()
    {
        lock (_lock)
        {
            return [.. _containers.Values];
        }
    }

    public IReadOnlyList<ContainerSnapshot> OfPod(string uid)
    {
        lock (_lock)
        {
            return [.. _containers.Values.Where(c => c.Identity.PodUid == uid)];
        }
    }

    /// <summary>Asks the runtime about one container now, for whoever has just changed it.</summary>
    public async Task<ContainerSnapshot?> RefreshAsync(string id, CancellationToken ct)
    {
        var found = await runtime.InspectAsync(id, ct);
        Store(id, found);
        return found;
    }

    /// <summary>Forgets a container that has just been removed.</summary>
    public void Forget(string id) => Store(id, null);

    public async Task RunAsync(CancellationToken ct)
    {
        var pause = s_firstPause;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(ct);
                pause = s_firstPause;
                logger.EventStreamEnded();
            }
            catch (RuntimeException e)
            {
                SetTrouble(e.Message);
                logger.RuntimeAway(e.Message);
            }

            await Task.Delay(pause, time, ct);
            pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
        }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var events = runtime.EventsAsync(time.GetUtcNow() - s_overlap, stop.Token).GetAsyncEnumerator(stop.Token);
        var next = events.MoveNextAsync().AsTask();
        try
        {
            await RelistAsync(ct);
            SetTrouble(null);
            _listed.TrySetResult();
            while (await next)
            {
                await ApplyAsync(events.Current, ct);
                next = events.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await events.DisposeAsync();
        }
    }

    private async Task ApplyAsync(RuntimeEvent e, CancellationToken ct)
    {
        if (e.What == RuntimeEventType.Removed)
        {
            Store(e.ContainerId, null, e.PodUid);
        }
        else if (e.What != RuntimeEventType.Started || !IsRunning(e.ContainerId))
        {
            await RefreshAsync(e.ContainerId, ct);
        }
    }

    private void SetTrouble(string? trouble)
    {
        var changed = (_trouble is null) != (trouble is null);
        _trouble = trouble;
        if (changed)
        {
            AvailabilityChanged?.Invoke();
        }
    }

    // Whoever started it has asked already.
    private bool IsRunning(string id)
    {
        lock (_lock)
        {
            return _containers.TryGetValue(id, out var known) && known.IsRunning;
        }
    }

    private async Task RelistAsync(CancellationToken ct)
    {
        var found = (await runtime.ListAsync(ct)).ToDictionary(c => c.Id);
        List<ContainerSnapshot> gone;
        lock (_lock)
        {
            gone = [.. _containers.Values.Where(c => !found.ContainsKey(c.Id))];
        }

        gone.ForEach(c => Store(c.Id, null, c.Identity.PodUid));
        foreach (var container in found.Values)
        {
            Store(container.Id, container);
        }
    }

    private void Store(string id, ContainerSnapshot? container, string? podUid = null)
    {
        lock (_lock)
        {
            var before = _containers.GetValueOrDefault(id);
            podUid = container?.Identity.PodUid ?? before?.Identity.PodUid ?? podUid;
            if (before == container)
            {
                return;
            }

            if (container is null)
            {
                _containers.Remove(id);
            }
            else
            {
                _containers[id] = container;
            }
        }

        if (podUid is not null)
        {
            Changed?.Invoke(podUid);
        }
    }
}
