using Kube.Api.Core.V1;
using Kube.Kubelet.Probes;

namespace Kube.Kubelet.Simulation;

/// <summary>Probes and hooks that succeed; a hook that is a pause takes its time.</summary>
internal sealed class SimulatedChecks(TimeProvider time) : IChecks
{
    private static readonly Task<ProbeOutcome> s_passed = Task.FromResult(ProbeOutcome.Passed);

    public Task<ProbeOutcome> ProbeAsync(CheckTarget target, Probe probe, CancellationToken ct) => s_passed;

    public async Task<ProbeOutcome> HookAsync(CheckTarget target, LifecycleHandler hook, CancellationToken ct)
    {
        if (hook.Sleep is { Seconds: { } seconds })
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), time, ct);
        }

        return ProbeOutcome.Passed;
    }

    public void Dispose()
    {
        // Holds nothing.
    }
}
