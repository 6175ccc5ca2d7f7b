using System.Collections.Concurrent;
using Kube.Api.Core.V1;
using Kube.Kubelet.Probes;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Pods;

/// <summary>
/// Lives as long as a pod does on this node and is the only one that acts for it: observe, plan, publish, act, wait for the next change.
/// Other threads only tell it news (<see cref="Update"/>, <see cref="Gone"/>, <see cref="Wake"/>).
/// </summary>
internal sealed class PodWorker
{
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(2);

    private readonly PodServices _services;
    private readonly ContainerStarter _starter;
    private readonly LastWords _lastWords;
    private readonly Bell _signal;
    private readonly Dictionary<string, Hold> _holds = [];
    private readonly Dictionary<string, BackOffEntry> _backOffs = [];
    private readonly Dictionary<string, StopProgress> _stops = [];
    private readonly PodProbes _probes;
    private readonly BackOffEvents _backOffEvents;
    private readonly Dictionary<string, string> _messages = [];
    private readonly ConcurrentStack<string> _hooksDone = [];
    private readonly CancellationTokenSource _endOfStart = new();
    private DateTime? _startTime;
    private PodStatus? _lastStatus;
    private PodEnd? _end;
    private string? _address;
    private volatile Pod _pod;
    private volatile bool _gone;
    private int _news;

    public PodWorker(Pod pod, PodServices services, PodEnd? rejected = null)
    {
        _pod = pod;
        _services = services;
        _starter = new ContainerStarter(services);
        _lastWords = new LastWords(services);
        _backOffEvents = new BackOffEvents(services.Events);
        _signal = new Bell(services.Time);
        _probes = new PodProbes(services, _starter, _signal.Ring);
        _lastStatus = pod.Status;
        _startTime = pod.Status?.StartTime;
        _end = rejected;
    }

    public Pod Pod => _pod;

    /// <summary>The pod's object no longer exists.</summary>
    public bool IsGone => _gone;

    /// <summary>Nothing of the pod is left and its deletion has been passed on.</summary>
    public bool Finished { get; private set; }

    /// <summary>The pod's object has changed.</summary>
    public void Update(Pod pod)
    {
        _pod = pod;
        if (pod.Metadata!.DeletionTimestamp is not null)
        {
            _endOfStart.Cancel();
        }

        _signal.Ring();
    }

    /// <summary>The pod's object no longer exists.</summary>
    public void Gone()
    {
        _gone = true;
        _endOfStart.Cancel();
        _signal.Ring();
    }

    /// <summary>A container or a probe has changed.</summary>
    public void Wake() => _signal.Ring();

    /// <summary>A ConfigMap, a Secret or an image it may be waiting for has changed.</summary>
    public void ConfigChanged()
    {
        Interlocked.Exchange(ref _news, 1);
        _signal.Ring();
    }

    /// <summary>Works until the pod is finished.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            while (!Finished)
            {
                var next = await StepAsync(ct);
                if (!Finished && next != DateTime.MinValue)
                {
                    await _signal.WaitAsync(next, ct);
                }
            }
        }
        finally
        {
            _probes.Dispose();
        }
    }

    // One observation and what follows from it. When to look again: null, at the next news; the smallest time, at once.
    private async Task<DateTime?> StepAsync(CancellationToken ct)
    {
        try
        {
            var news = Interlocked.Exchange(ref _news, 0) == 1;
            Prepare(news);
            await ReadLastWordsAsync(ct);
            KeepStops();
            _probes.Keep(_pod, _lastStatus, _stops.Keys);
            var seen = Observe();
            var plan = PodPlan.Decide(seen);
            _backOffEvents.Tell(_pod, plan.Waiting);
            if (plan.Actions.Count == 0 || plan.Actions.Any(a => a is StartContainer { Spec.Lifecycle.PostStart: not null }))
            {
                Publish(seen, plan);
            }

            if (plan.Stopped && IsDeleted)
            {
                await FinishAsync(Observe(), ct);
                return null;
            }

            foreach (var action in plan.Actions)
            {
                await ActAsync(action, ct);
            }

            if (news)
            {
                await RefreshVolumesAsync(ct);
            }

            return plan.Actions.Count > 0 ? DateTime.MinValue : plan.RecheckAt;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return DateTime.MinValue;
        }
        catch (Exception e) when (e is RuntimeException or IOException or HttpRequestException)
        {
            _services.Logger.StepFailed(_pod.Namespace(), _pod.Name(), e.Message);
            return _services.Now + s_retry;
        }
    }

    private bool IsDeleted => _gone || _pod.Metadata!.DeletionTimestamp is not null;

    private void Prepare(bool news)
    {
        _startTime = _pod.Status?.StartTime ?? _startTime ?? Whole(_services.Now);
        if (news)
        {
            foreach (var name in _holds.Where(h => h.Value.Reason is "ContainerCreating" or "CreateContainerConfigError").Select(h => h.Key).ToList())
            {
                _holds.Remove(name);
            }
        }

        if (!IsDeleted)
        {
            return;
        }

        var grace = _pod.GraceSeconds();
        _end = (_end ?? new PodEnd(grace)) with { GraceSeconds = grace };
        foreach (var (id, stop) in _stops.Where(s => s.Value.GraceSeconds > grace).ToList())
        {
            _stops[id] = stop with { GraceSeconds = grace };
        }
    }

    private PodObservation Observe()
    {
        var containers = _services.Containers.OfPod(_pod.Uid());
        _address = containers.FirstOrDefault(c => c.Identity.PodIP.Length > 0)?.Identity.PodIP ?? _address ?? _pod.Status?.PodIP;
        return Observe(containers);
    }

    private PodObservation Observe(IReadOnlyList<ContainerSnapshot> containers) => new()
    {
        Pod = _pod,
        Now = _services.Now,
        Containers = containers,
        PodIP = _address,
        Probes = _probes.Verdicts(),
        Stops = _stops,
        Holds = _holds,
        BackOffs = _backOffs,
        Messages = _messages,
        End = _end,
        StartTime = _startTime,
        LastStatus = _lastStatus,
        HostIP = _services.Node.Address,
    };

    private void Publish(PodObservation seen, PodPlanResult plan)
    {
        var status = PodStatusBuilder.Build(seen, plan.Waiting);
        _lastStatus = status;
        if (!_gone)
        {
            _services.Statuses.Publish(_pod, status);
        }
    }

    private async Task FinishAsync(PodObservation seen, CancellationToken ct)
    {
        var status = PodStatusBuilder.Build(seen, seen.Holds);
        foreach (var container in seen.Containers)
        {
            await _services.Runtime.RemoveAsync(container.Id, ct);
            _services.Containers.Forget(container.Id);
        }

        await _services.Volumes.RemoveAsync(_pod.Uid(), ct);
        await _services.Network.ReleaseAsync(_pod, ct);
        _services.Images.Forget(_pod.Uid());
        if (!_gone)
        {
            _services.Statuses.Finish(_pod, status);
        }

        Finished = true;
    }

    private async Task ActAsync(PodAction action, CancellationToken ct)
    {
        switch (action)
        {
            case CreateSandbox create:
                await CreateSandboxAsync(create, ct);
                break;
            case StartContainer start:
                await StartAsync(start, ct);
                break;
            case BeginStop stop:
                Begin(stop);
                break;
            case SendTerm term:
                _stops[term.Container.Id] = _stops[term.Container.Id] with { TermSent = true };
                await _services.Runtime.SignalAsync(term.Container.Id, await StopSignalAsync(term.Container, ct), ct);
                break;
            case SendKill kill:
                _stops[kill.Container.Id] = _stops[kill.Container.Id] with { KillSent = true };
                await _services.Runtime.SignalAsync(kill.Container.Id, "SIGKILL", ct);
                break;
            case RemoveContainer remove:
                await _services.Runtime.RemoveAsync(remove.Container.Id, ct);
                _services.Containers.Forget(remove.Container.Id);
                break;
            case EndPod end:
                _end = end.End;
                _services.Events.Record(_pod, null, PodEvents.Warning, end.End.Reason!, end.End.Message!);
                break;
        }
    }

    private async Task CreateSandboxAsync(CreateSandbox create, CancellationToken ct)
    {
        if (create.Attempt > 0)
        {
            _services.Events.Record(_pod, null, PodEvents.Normal, "SandboxChanged", "Pod sandbox changed, it will be killed and re-created.");
        }

        try
        {
            var id = await _services.Sandboxes.StartAsync(_pod, create.Attempt, _services.Node.Address, ct);
            await _services.Containers.RefreshAsync(id, ct);
            _holds.Remove(PodPlan.SandboxHold);
        }
        catch (Exception e) when (e is RuntimeException or InvalidOperationException)
        {
            _services.Events.Record(_pod, null, PodEvents.Warning, "FailedCreatePodSandBox", $"Failed to create pod sandbox: {e.Message}");
            _holds[PodPlan.SandboxHold] = new Hold("FailedCreatePodSandBox", e.Message, _services.Now + s_retry);
        }
    }

    private async Task StartAsync(StartContainer start, CancellationToken ct)
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(ct, _endOfStart.Token);
        var name = start.Spec.Name!;
        if (await _starter.StartAsync(_pod, start, cut.Token) is { } hold)
        {
            _holds[name] = hold;
            if (hold.Reason is not ("RunContainerError" or "PostStartHookError"))
            {
                return;
            }
        }
        else
        {
            _holds.Remove(name);
        }

        if (start.FailedAt is { } failedAt)
        {
            _backOffs[name] = BackOff.Next(_backOffs.TryGetValue(name, out var entry) ? entry : null, failedAt, _services.Now);
        }
    }

    private void Begin(BeginStop stop)
    {
        var container = stop.Container;
        _services.Events.Record(_pod, container.Name, PodEvents.Normal, "Killing", stop.Message);
        _probes.End(container.Id);
        var spec = _pod.AllContainers().FirstOrDefault(c => c.Name == container.Name);
        var hook = stop.GraceSeconds > 0 ? spec?.Lifecycle?.PreStop : null;
        _stops[container.Id] = new StopProgress(_services.Now, stop.GraceSeconds, HookRunning: hook is not null);
        if (hook is not null)
        {
            _ = PreStopAsync(container, _starter.Target(_pod, spec!, container.Id), hook);
        }
    }

    // Runs beside the worker, which goes on waiting for the container to end, for its time to run out, or for this.
    private async Task PreStopAsync(ContainerSnapshot container, CheckTarget target, LifecycleHandler hook)
    {
        try
        {
            var outcome = await _services.Checks.HookAsync(target, hook, CancellationToken.None);
            if (!outcome.Success)
            {
                _services.Events.Record(_pod, container.Name, PodEvents.Warning, "FailedPreStopHook", $"PreStopHook failed: {outcome.Message}");
            }
        }
        finally
        {
            _hooksDone.Push(container.Id);
            _signal.Ring();
        }
    }

    // Stops whose hook has ended go on; those of containers that are gone are over.
    private void KeepStops()
    {
        while (_hooksDone.TryPop(out var done))
        {
            if (_stops.TryGetValue(done, out var stop))
            {
                _stops[done] = stop with { HookRunning = false };
            }
        }

        var running = _services.Containers.OfPod(_pod.Uid()).Where(c => c.IsRunning).Select(c => c.Id).ToHashSet();
        foreach (var id in _stops.Keys.Where(id => !running.Contains(id)).ToList())
        {
            _stops.Remove(id);
        }
    }

    private async Task ReadLastWordsAsync(CancellationToken ct)
    {
        foreach (var ended in _services.Containers.OfPod(_pod.Uid()).Where(c => c.HasExited && c.Identity.Role != ContainerRole.Sandbox && !_messages.ContainsKey(c.Id)))
        {
            _messages[ended.Id] = await _lastWords.OfAsync(ended, ct) ?? "";
        }
    }

    private async Task RefreshVolumesAsync(CancellationToken ct)
    {
        if (IsDeleted || _services.Containers.OfPod(_pod.Uid()).All(c => !c.IsRunning || c.Identity.Role == ContainerRole.Sandbox))
        {
            return;
        }

        var addresses = new PodAddresses(_lastStatus?.PodIP ?? "", _services.Node.Address);
        try
        {
            await _services.Volumes.EnsureAsync(_pod, new Volumes.ProjectedFiles(_services.Config, _pod, addresses, _services.Node.Allocatable), ct);
        }
        catch (Volumes.VolumeException e)
        {
            _services.Events.Record(_pod, null, PodEvents.Warning, "FailedMount", e.Message);
        }
    }

    private async Task<string> StopSignalAsync(ContainerSnapshot container, CancellationToken ct)
    {
        var spec = _pod.AllContainers().FirstOrDefault(c => c.Name == container.Name);
        if (spec?.Lifecycle?.StopSignal is { Length: > 0 } declared)
        {
            return declared;
        }

        var image = await _services.Runtime.FindImageAsync(container.ImageId, ct);
        return image?.StopSignal is { Length: > 0 } own ? own : "SIGTERM";
    }

    private static DateTime Whole(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
}
