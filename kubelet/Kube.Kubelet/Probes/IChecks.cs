using Kube.Api.Core.V1;

namespace Kube.Kubelet.Probes;

/// <summary>Runs what probes and lifecycle hooks ask for.</summary>
internal interface IChecks : IDisposable
{
    /// <summary>Runs a probe once, within its timeout.</summary>
    Task<ProbeOutcome> ProbeAsync(CheckTarget target, Probe probe, CancellationToken ct);

    /// <summary>Runs a lifecycle hook to its end.</summary>
    Task<ProbeOutcome> HookAsync(CheckTarget target, LifecycleHandler hook, CancellationToken ct);
}
