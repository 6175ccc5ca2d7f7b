using Kube.Hosting;

namespace Kube.Scheduler;

/// <summary>The scheduler's numbers, under the names Kubernetes gives them. One per process.</summary>
public sealed class SchedulerMetrics
{
    private readonly Counter _attempts;
    private readonly Histogram _duration;
    private readonly Gauge _pending;

    /// <summary>Declares the metrics.</summary>
    public SchedulerMetrics(Metrics metrics)
    {
        _attempts = metrics.Counter("scheduler_schedule_attempts_total", "Number of attempts to schedule pods, by the result.", "result");
        _duration = metrics.Histogram("scheduler_scheduling_algorithm_duration_seconds", "Time a decision took, binding not included.");
        _pending = metrics.Gauge("scheduler_pending_pods", "Pods without a node, by the queue they stand in.", "queue");
    }

    internal void Observe(string result, TimeSpan duration)
    {
        _attempts.Increment(result);
        _duration.Observe(duration);
    }

    internal void SetPending(string queue, int count) => _pending.Set(count, queue);
}
