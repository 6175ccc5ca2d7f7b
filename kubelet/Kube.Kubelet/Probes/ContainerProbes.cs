using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;

namespace Kube.Kubelet.Probes;

/// <summary>
/// The probes of one running container, each in a loop of its own. Liveness and readiness wait until the startup probe has passed.
/// <see cref="Verdict"/> is what they amount to; the callback is called when it changes.
/// </summary>
internal sealed class ContainerProbes : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CheckTarget _target;
    private readonly IChecks _checks;
    private readonly TimeProvider _time;
    private readonly Action _changed;
    private readonly Action<string, string> _failed;
    private volatile ProbeVerdict _verdict;

    /// <param name="target">The container.</param>
    /// <param name="initial">What is known of it already: an adopted container keeps its verdict until a probe says otherwise.</param>
    /// <param name="checks">Runs the checks.</param>
    /// <param name="time">The clock.</param>
    /// <param name="changed">Called when the verdict has changed.</param>
    /// <param name="failed">Called with the probe's name and the message of each failure.</param>
    public ContainerProbes(CheckTarget target, ProbeVerdict initial, IChecks checks, TimeProvider time, Action changed, Action<string, string> failed)
    {
        _target = target;
        _checks = checks;
        _time = time;
        _changed = changed;
        _failed = failed;
        _verdict = initial;
    }

    public ProbeVerdict Verdict => _verdict;

    /// <summary>Starts the loops; <paramref name="startedAt"/> is when the container did.</summary>
    public void Start(DateTime startedAt)
    {
        _ = RunAsync(startedAt);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task RunAsync(DateTime startedAt)
    {
        var ct = _stop.Token;
        try
        {
            if (_target.Spec.StartupProbe is { } startup && !_verdict.Started)
            {
                await LoopAsync("startup", startup, startedAt, new ProbeState(false), ct);
            }

            await Task.WhenAll(
                _target.Spec.ReadinessProbe is { } readiness ? LoopAsync("readiness", readiness, startedAt, new ProbeState(_verdict.Ready), ct) : Task.CompletedTask,
                _target.Spec.LivenessProbe is { } liveness ? LoopAsync("liveness", liveness, startedAt, new ProbeState(true), ct) : Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            // The container has ended or is being ended; nobody asks for its verdict any more.
        }
    }

    private async Task LoopAsync(string kind, Probe probe, DateTime startedAt, ProbeState state, CancellationToken ct)
    {
        var first = startedAt.AddSeconds(probe.InitialDelaySeconds ?? 0) - _time.GetUtcNow().UtcDateTime;
        if (first > TimeSpan.Zero)
        {
            await Task.Delay(first, _time, ct);
        }

        var period = TimeSpan.FromSeconds(Math.Max(probe.PeriodSeconds ?? 10, 1));
        while (true)
        {
            var outcome = await _checks.ProbeAsync(_target, probe, ct);
            ct.ThrowIfCancellationRequested();
            if (!outcome.Success)
            {
                _failed(kind, outcome.Message);
            }

            state = state.After(outcome.Success, probe.SuccessThreshold ?? 1, probe.FailureThreshold ?? 3);
            if (Conclude(kind, state, probe))
            {
                return;
            }

            await Task.Delay(period, _time, ct);
        }
    }

    // True when the loop has nothing more to find out.
    private bool Conclude(string kind, ProbeState state, Probe probe)
    {
        var before = _verdict;
        var failed = !state.Verdict && !state.LastOutcome && state.Streak >= (probe.FailureThreshold ?? 3);
        var after = kind switch
        {
            "startup" => before with { Started = state.Verdict, Unhealthy = failed ? kind : before.Unhealthy },
            "liveness" => before with { Unhealthy = failed ? kind : before.Unhealthy },
            _ => before with { Ready = state.Verdict },
        };
        Update(kind, after);
        if (after != before)
        {
            _changed();
        }

        return kind == "startup" ? state.Verdict || failed : kind == "liveness" && failed;
    }

    // Readiness and liveness run side by side: each writes only what is its own.
    private void Update(string kind, ProbeVerdict value)
    {
        lock (_stop)
        {
            _verdict = kind switch
            {
                "startup" => value,
                "liveness" => _verdict with { Unhealthy = value.Unhealthy },
                _ => _verdict with { Ready = value.Ready },
            };
        }
    }
}
