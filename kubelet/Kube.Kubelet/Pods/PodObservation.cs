using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Pods;

/// <summary>Why a container waits, in the words of its status, and until when nothing is to be tried.</summary>
internal sealed record Hold(string Reason, string Message, DateTime? Until = null);

/// <summary>What the probes of one running container say so far.</summary>
internal sealed record ProbeVerdict(bool Started, bool Ready, string? Unhealthy = null);

/// <summary>How far the graceful stop of one container has got.</summary>
/// <param name="Since">When it began.</param>
/// <param name="GraceSeconds">What it was given; may be shortened while it runs.</param>
/// <param name="HookRunning">The preStop hook has not ended.</param>
/// <param name="TermSent">The stop signal is out.</param>
/// <param name="KillSent">SIGKILL is out.</param>
internal sealed record StopProgress(DateTime Since, long GraceSeconds, bool HookRunning = false, bool TermSent = false, bool KillSent = false);

/// <summary>The pod is to stop for good.</summary>
/// <param name="GraceSeconds">What its containers get.</param>
/// <param name="Phase">The phase it ends in; null when it follows from the containers.</param>
/// <param name="Reason">Reason for its status.</param>
/// <param name="Message">Message for its status.</param>
internal sealed record PodEnd(long GraceSeconds, string? Phase = null, string? Reason = null, string? Message = null);

/// <summary>Everything the plan and the status of a pod are computed from.</summary>
internal sealed record PodObservation
{
    public required Pod Pod { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>The pod's containers, sandboxes included, in no particular order.</summary>
    public IReadOnlyList<ContainerSnapshot> Containers { get; init; } = [];

    /// <summary>By container id; a container without probes has none.</summary>
    public IReadOnlyDictionary<string, ProbeVerdict> Probes { get; init; } = new Dictionary<string, ProbeVerdict>();

    /// <summary>By container id.</summary>
    public IReadOnlyDictionary<string, StopProgress> Stops { get; init; } = new Dictionary<string, StopProgress>();

    /// <summary>By container name: what kept it from starting.</summary>
    public IReadOnlyDictionary<string, Hold> Holds { get; init; } = new Dictionary<string, Hold>();

    /// <summary>By container name.</summary>
    public IReadOnlyDictionary<string, BackOffEntry> BackOffs { get; init; } = new Dictionary<string, BackOffEntry>();

    /// <summary>By container id: its last words.</summary>
    public IReadOnlyDictionary<string, string> Messages { get; init; } = new Dictionary<string, string>();

    public PodEnd? End { get; init; }

    public DateTime? StartTime { get; init; }

    /// <summary>The status as last written, for what must survive in it.</summary>
    public PodStatus? LastStatus { get; init; }

    public string HostIP { get; init; } = "";

    /// <summary>The address the pod has, or had last; null before the first sandbox.</summary>
    public string? PodIP { get; init; }

    /// <summary>The newest sandbox, dead or alive.</summary>
    public ContainerSnapshot? Sandbox => Containers.Where(c => c.Identity.Role == ContainerRole.Sandbox).MaxBy(c => c.Identity.Attempt);

    /// <summary>The newest container of a name.</summary>
    public ContainerSnapshot? Newest(string name) =>
        Containers.Where(c => c.Name == name && c.Identity.Role != ContainerRole.Sandbox).MaxBy(c => c.Identity.Attempt);

    public bool IsReady(ContainerSnapshot container, Container spec)
    {
        if (!container.IsRunning || Stops.ContainsKey(container.Id))
        {
            return false;
        }

        return IsStarted(container, spec) && (spec.ReadinessProbe is null || Probes.GetValueOrDefault(container.Id)?.Ready == true);
    }

    public bool IsStarted(ContainerSnapshot container, Container spec) =>
        container.IsRunning && (spec.StartupProbe is null || Probes.GetValueOrDefault(container.Id)?.Started == true);
}
