using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Queue;

/// <summary>
/// The pods without a node, in the order to try them. A pod is in exactly one place: active (by priority, then by time), backing off, unschedulable
/// until something changes that one of the rules that rejected it waits for, gated, or in flight (taken and not yet handed back).
/// Events are never lost on a pod in flight: they are remembered and count when the pod is handed back. All members are safe to call at any time;
/// <see cref="TakeAsync"/> has one caller.
/// </summary>
internal sealed class SchedulingQueue : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly QueueOptions _options;
    private readonly IReadOnlyList<IPreEnqueue> _gates;
    private readonly Dictionary<string, QueuedPod> _pods = new(StringComparer.Ordinal);
    private readonly HashSet<QueuedPod> _listening = [];
    private readonly PriorityQueue<QueueEntry, (long Priority, long Since, long Ticket)> _active = new();
    private readonly PriorityQueue<QueueEntry, (long Until, long Ticket)> _backOff = new();
    private readonly SemaphoreSlim _signal = new(0);
    private readonly ITimer _backOffTimer;
    private readonly ITimer _flushTimer;
    private long _tickets;

    public SchedulingQueue(TimeProvider time, QueueOptions options, IReadOnlyList<IPreEnqueue> gates)
    {
        _time = time;
        _options = options;
        _gates = gates;
        _backOffTimer = time.CreateTimer(_ => Locked(EndBackOffs), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _flushTimer = time.CreateTimer(_ => Locked(FlushUnschedulable), null, options.FlushInterval, options.FlushInterval);
    }

    /// <summary>How many pods stand in a place; for metrics and tests.</summary>
    public int Count(QueuePlace place)
    {
        lock (_lock)
        {
            return _pods.Values.Count(pod => pod.Place == place);
        }
    }

    public QueuedPod? Find(string uid)
    {
        lock (_lock)
        {
            return _pods.GetValueOrDefault(uid);
        }
    }

    /// <summary>A waiting pod was seen, new or changed. A change that may matter to it brings an unschedulable pod back.</summary>
    public void Set(PodFacts pod)
    {
        lock (_lock)
        {
            if (!_pods.TryGetValue(pod.Uid, out var queued))
            {
                _pods[pod.Uid] = queued = new QueuedPod(pod, _time.GetUtcNow());
                Enqueue(queued);
                return;
            }

            var change = PodChanges.Between(queued.Pod.Pod, pod.Pod);
            var reorder = queued.Place == QueuePlace.Active && queued.Pod.Priority != pod.Priority;
            queued.Pod = pod;
            if (queued.Place == QueuePlace.Gated || reorder)
            {
                Enqueue(queued);
            }
            else if (change != ClusterEvent.None)
            {
                Wake(queued, change);
            }
        }
    }

    /// <summary>The pod is gone, or has a node.</summary>
    public void Remove(string uid)
    {
        lock (_lock)
        {
            if (_pods.Remove(uid, out var pod))
            {
                _listening.Remove(pod);
            }
        }
    }

    /// <summary>Takes the next pod, waiting for one. It stays in flight until it is handed back, or the watch shows it gone or bound (<see cref="Remove"/>).</summary>
    public async Task<QueuedPod> TakeAsync(CancellationToken ct)
    {
        while (true)
        {
            await _signal.WaitAsync(ct);
            lock (_lock)
            {
                while (_active.TryDequeue(out var entry, out _))
                {
                    if (!IsCurrent(entry))
                    {
                        continue;
                    }

                    Move(entry.Pod, QueuePlace.InFlight);
                    entry.Pod.Attempts++;
                    entry.Pod.Missed = ClusterEvent.None;
                    return entry.Pod;
                }
            }
        }
    }

    /// <summary>Hands back a pod that no node would take; <paramref name="rejectors"/> decide what it waits for.</summary>
    public void ReturnUnschedulable(QueuedPod pod, IReadOnlyCollection<IRejectingPlugin> rejectors)
    {
        lock (_lock)
        {
            if (!TryHandBack(pod))
            {
                return;
            }

            pod.Rejectors = rejectors;
            if (pod.WaitsFor(pod.Missed))
            {
                StartBackOff(pod);
            }
            else
            {
                Move(pod, QueuePlace.Unschedulable);
            }
        }
    }

    /// <summary>Hands back a pod after an error: it is tried again when its back-off is over, whatever happens.</summary>
    public void ReturnFailed(QueuedPod pod)
    {
        lock (_lock)
        {
            if (TryHandBack(pod))
            {
                pod.Rejectors = [];
                StartBackOff(pod);
            }
        }
    }

    /// <summary>Something changed in the cluster: brings back the pods that wait for it.</summary>
    public void Notify(ClusterEvent events)
    {
        if (events == ClusterEvent.None)
        {
            return;
        }

        lock (_lock)
        {
            foreach (var pod in _listening.ToArray())
            {
                Wake(pod, events);
            }
        }
    }

    public void Dispose()
    {
        _backOffTimer.Dispose();
        _flushTimer.Dispose();
        _signal.Dispose();
    }

    /// <summary>Only pods in these two places care about events; thousands that are active do not slow an event down.</summary>
    private void Move(QueuedPod pod, QueuePlace place)
    {
        pod.Place = place;
        if (place is QueuePlace.InFlight or QueuePlace.Unschedulable)
        {
            _listening.Add(pod);
        }
        else
        {
            _listening.Remove(pod);
        }
    }

    private void Wake(QueuedPod pod, ClusterEvent events)
    {
        if (pod.Place == QueuePlace.InFlight)
        {
            pod.Missed |= events;
        }
        else if (pod.Place == QueuePlace.Unschedulable && pod.WaitsFor(events))
        {
            StartBackOff(pod);
        }
    }

    private bool TryHandBack(QueuedPod pod)
    {
        if (!_pods.TryGetValue(pod.Pod.Uid, out var known) || known != pod || pod.Place != QueuePlace.InFlight)
        {
            return false;
        }

        pod.Since = _time.GetUtcNow();
        return true;
    }

    private void Enqueue(QueuedPod pod)
    {
        foreach (var gate in _gates)
        {
            if (gate.PreEnqueue(pod.Pod).IsRejection)
            {
                Move(pod, QueuePlace.Gated);
                return;
            }
        }

        Move(pod, QueuePlace.Active);
        pod.Ticket = ++_tickets;
        _active.Enqueue(new QueueEntry(pod, pod.Ticket), (-(long)pod.Pod.Priority, pod.Since.Ticks, pod.Ticket));
        _signal.Release();
    }

    private void StartBackOff(QueuedPod pod)
    {
        var until = pod.Since + _options.BackOffAfter(pod.Attempts);
        if (until <= _time.GetUtcNow())
        {
            Enqueue(pod);
            return;
        }

        Move(pod, QueuePlace.BackOff);
        pod.Ticket = ++_tickets;
        _backOff.Enqueue(new QueueEntry(pod, pod.Ticket), (until.Ticks, pod.Ticket));
        ArmBackOffTimer();
    }

    private void EndBackOffs()
    {
        var now = _time.GetUtcNow().Ticks;
        while (_backOff.TryPeek(out var entry, out var key) && (key.Until <= now || !IsCurrent(entry)))
        {
            _backOff.Dequeue();
            if (IsCurrent(entry))
            {
                Enqueue(entry.Pod);
            }
        }

        ArmBackOffTimer();
    }

    private void ArmBackOffTimer()
    {
        if (_backOff.TryPeek(out _, out var key))
        {
            var wait = Math.Max(1, key.Until - _time.GetUtcNow().Ticks);
            _backOffTimer.Change(TimeSpan.FromTicks(wait), Timeout.InfiniteTimeSpan);
        }
    }

    private void FlushUnschedulable()
    {
        var before = _time.GetUtcNow() - _options.UnschedulableLimit;
        foreach (var pod in _listening.ToArray())
        {
            if (pod.Place == QueuePlace.Unschedulable && pod.Since <= before)
            {
                StartBackOff(pod);
            }
        }
    }

    private bool IsCurrent(QueueEntry entry) => entry.Pod.Ticket == entry.Ticket
        && (entry.Pod.Place is QueuePlace.Active or QueuePlace.BackOff)
        && _pods.TryGetValue(entry.Pod.Pod.Uid, out var known) && known == entry.Pod;

    private void Locked(Action action)
    {
        lock (_lock)
        {
            action();
        }
    }

    private readonly record struct QueueEntry(QueuedPod Pod, long Ticket);
}
