using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Pods;

/// <summary>
/// The rules of a pod's life: what was declared and what was observed in, what to do next out. Called again after every change and every
/// action, so it only ever has to name the next steps. Pure: no clock, no I/O.
/// </summary>
internal sealed class PodPlan
{
    private readonly PodObservation _seen;
    private readonly Pod _pod;
    private readonly List<PodAction> _actions = [];
    private readonly Dictionary<string, Hold> _waiting;
    private DateTime? _recheck;

    private PodPlan(PodObservation seen)
    {
        _seen = seen;
        _pod = seen.Pod;
        _waiting = new Dictionary<string, Hold>(seen.Holds);
    }

    /// <summary>Decides the next steps.</summary>
    public static PodPlanResult Decide(PodObservation seen)
    {
        var plan = new PodPlan(seen);
        var stopped = plan.Run();
        return new PodPlanResult { Actions = plan._actions, Waiting = plan._waiting, RecheckAt = plan._recheck, Stopped = stopped };
    }

    private bool Run()
    {
        ContinueStops();
        if (_seen.End is { } end)
        {
            return StopAll(end.GraceSeconds, "Killing", "");
        }

        if (DeadlinePassed())
        {
            _actions.Add(new EndPod(new PodEnd(
                _pod.GraceSeconds(), PodPhase.Failed, "DeadlineExceeded", "Pod was active on the node longer than the specified deadline")));
            return false;
        }

        if (PodCompletion.IsComplete(_seen))
        {
            _waiting.Clear();
            return StopAll(_pod.GraceSeconds(), "Killing", "");
        }

        if (_seen.Sandbox is not { IsRunning: true } sandbox)
        {
            ReplaceSandbox();
            return false;
        }

        if (StartInitContainers(sandbox))
        {
            foreach (var container in _pod.AppContainers())
            {
                Keep(container, ContainerRole.App, sandbox);
            }
        }

        ForgetOldContainers();
        return false;
    }

    private bool DeadlinePassed()
    {
        if (_pod.Spec?.ActiveDeadlineSeconds is not { } seconds || _seen.StartTime is not { } start)
        {
            return false;
        }

        var deadline = start.AddSeconds(seconds);
        if (_seen.Now >= deadline)
        {
            return true;
        }

        RecheckBy(deadline);
        return false;
    }

    // A dead sandbox takes its containers with it: they are ended and then started again in a new one.
    private void ReplaceSandbox()
    {
        var strays = _seen.Containers.Where(c => c.IsRunning && c.Identity.Role != ContainerRole.Sandbox).ToList();
        if (strays.Count > 0)
        {
            foreach (var stray in strays.Where(c => !_seen.Stops.ContainsKey(c.Id)))
            {
                _actions.Add(new BeginStop(stray, _pod.GraceSeconds(), "SandboxChanged", "Pod sandbox changed, it will be killed and re-created."));
            }

            return;
        }

        if (_seen.Holds.TryGetValue(SandboxHold, out var hold) && hold.Until > _seen.Now)
        {
            RecheckBy(hold.Until.Value);
            return;
        }

        _actions.Add(new CreateSandbox(_seen.Sandbox is { } dead ? dead.Identity.Attempt + 1 : 0));
    }

    /// <summary>The name under which a sandbox that could not be made is held back.</summary>
    public const string SandboxHold = "";

    // True when the ordinary containers may run.
    private bool StartInitContainers(ContainerSnapshot sandbox)
    {
        var appsBegan = _pod.AppContainers().Any(c => InSandbox(c.Name!, sandbox) is not null);
        foreach (var container in _pod.InitContainers())
        {
            if (PodFacts.IsSidecar(container))
            {
                Keep(container, ContainerRole.Init, sandbox);
                if (!appsBegan && !(InSandbox(container.Name!, sandbox) is { } sidecar && _seen.IsStarted(sidecar, container)))
                {
                    return false;
                }
            }
            else if (!appsBegan && InSandbox(container.Name!, sandbox) is not { HasExited: true, ExitCode: 0 })
            {
                Keep(container, ContainerRole.Init, sandbox);
                return false;
            }
        }

        return true;
    }

    // One container: start it, start it again, replace it, or leave it alone.
    private void Keep(Container spec, ContainerRole role, ContainerSnapshot sandbox)
    {
        var newest = _seen.Newest(spec.Name!);
        if (newest is null)
        {
            var lost = _seen.LastStatus is { } status ? ContainerStatusBuilder.Find(status, spec.Name!) : null;
            Start(spec, role, sandbox, lost?.ContainerID is null ? 0 : (lost.RestartCount ?? 0) + 1, null);
        }
        else if (newest.Phase == ContainerPhase.Created)
        {
            _actions.Add(new RemoveContainer(newest));
            Start(spec, role, sandbox, newest.Identity.Attempt, null);
        }
        else if (newest.IsRunning)
        {
            Check(newest, spec, sandbox);
        }
        else if (MayStartAgain(newest, spec, role, sandbox))
        {
            Start(spec, role, sandbox, newest.Identity.Attempt + 1, newest.FinishedAt ?? newest.CreatedAt);
        }
    }

    private bool MayStartAgain(ContainerSnapshot ended, Container spec, ContainerRole role, ContainerSnapshot sandbox)
    {
        var newSandbox = ended.Identity.SandboxId != sandbox.Id;
        var initAgain = newSandbox && role == ContainerRole.Init;
        return initAgain || _pod.RestartsAfter(spec, role == ContainerRole.Init, ended.ExitCode);
    }

    private void Start(Container spec, ContainerRole role, ContainerSnapshot sandbox, int attempt, DateTime? failedAt)
    {
        var name = spec.Name!;
        if (failedAt is { } failed && _seen.BackOffs.TryGetValue(name, out var entry) && BackOff.HeldUntil(entry, failed, _seen.Now) is { } until)
        {
            var text = $"back-off {Duration(entry.Delay)} restarting failed container={name} pod={_pod.Name()}_{_pod.Namespace()}({_pod.Uid()})";
            _waiting[name] = new Hold("CrashLoopBackOff", text, until);
            RecheckBy(until);
        }
        else if (_seen.Holds.TryGetValue(name, out var hold) && hold.Until > _seen.Now)
        {
            RecheckBy(hold.Until.Value);
        }
        else
        {
            _actions.Add(new StartContainer(spec, role, attempt, sandbox, failedAt));
        }
    }

    private void Check(ContainerSnapshot running, Container spec, ContainerSnapshot sandbox)
    {
        if (_seen.Stops.ContainsKey(running.Id))
        {
            return;
        }

        if (running.Identity.SandboxId != sandbox.Id)
        {
            _actions.Add(new BeginStop(running, _pod.GraceSeconds(), "SandboxChanged", "Pod sandbox changed, it will be killed and re-created."));
        }
        else if (running.Identity.SpecHash != SpecHash.Of(spec))
        {
            _actions.Add(new BeginStop(running, _pod.GraceSeconds(), "Killing", $"Container {spec.Name} definition changed, will be restarted"));
        }
        else if (_seen.Probes.GetValueOrDefault(running.Id)?.Unhealthy is { } probe)
        {
            var declared = probe == "startup" ? spec.StartupProbe : spec.LivenessProbe;
            var grace = declared?.TerminationGracePeriodSeconds ?? _pod.GraceSeconds();
            _actions.Add(new BeginStop(running, grace, "Killing", $"Container {spec.Name} failed {probe} probe, will be restarted"));
        }
    }

    // Every stop that has begun goes its way: hook, signal, patience, SIGKILL.
    private void ContinueStops()
    {
        foreach (var (id, stop) in _seen.Stops)
        {
            if (_seen.Containers.FirstOrDefault(c => c.Id == id) is not { IsRunning: true } container || stop.KillSent)
            {
                continue;
            }

            var deadline = stop.Since.AddSeconds(Math.Max(stop.GraceSeconds, 0));
            if (_seen.Now >= deadline)
            {
                _actions.Add(new SendKill(container));
                continue;
            }

            RecheckBy(deadline);
            if (!stop.HookRunning && !stop.TermSent)
            {
                _actions.Add(new SendTerm(container));
            }
        }
    }

    // True when nothing runs any more. Sidecars outlive the others and go in reverse order; the sandbox goes last.
    private bool StopAll(long grace, string reason, string message)
    {
        var running = _seen.Containers.Where(c => c.IsRunning).ToList();
        var sidecars = _pod.InitContainers().Where(PodFacts.IsSidecar).Select(c => c.Name).Reverse().ToList();
        var first = running.Where(c => c.Identity.Role != ContainerRole.Sandbox && !sidecars.Contains(c.Name)).ToList();
        var next = first.Count > 0
            ? first
            : sidecars.Select(name => running.Where(c => c.Name == name).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
        if (next.Count > 0)
        {
            _actions.AddRange(next.Where(c => !_seen.Stops.ContainsKey(c.Id)).Select(c => new BeginStop(
                c, grace, reason, message.Length > 0 ? message : $"Stopping container {c.Name}")));
            return false;
        }

        var sandboxes = _seen.Containers.Where(c => c.Identity.Role == ContainerRole.Sandbox).ToList();
        _actions.AddRange(sandboxes.Select(c => new RemoveContainer(c)));
        return sandboxes.Count == 0;
    }

    // The newest container of a name and the one before it are kept, for their logs and last state.
    private void ForgetOldContainers()
    {
        var old = _seen.Containers.Where(c => !c.IsRunning && c.Identity.Role != ContainerRole.Sandbox)
            .GroupBy(c => c.Name)
            .SelectMany(g => g.Where(c => c.Identity.Attempt < _seen.Newest(g.Key)!.Identity.Attempt).OrderByDescending(c => c.Identity.Attempt).Skip(1));
        _actions.AddRange(old.Select(c => new RemoveContainer(c)));
        var deadSandboxes = _seen.Containers.Where(c => c.Identity.Role == ContainerRole.Sandbox && !c.IsRunning);
        _actions.AddRange(deadSandboxes.Select(c => new RemoveContainer(c)));
    }

    private ContainerSnapshot? InSandbox(string name, ContainerSnapshot sandbox) =>
        _seen.Newest(name) is { } newest && newest.Identity.SandboxId == sandbox.Id ? newest : null;

    private void RecheckBy(DateTime time) => _recheck = _recheck is { } known && known < time ? known : time;

    private static string Duration(TimeSpan delay)
    {
        var minutes = (int)delay.TotalMinutes;
        return minutes == 0 ? $"{delay.Seconds}s" : $"{minutes}m{delay.Seconds}s";
    }
}
