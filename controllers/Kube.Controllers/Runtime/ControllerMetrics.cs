using Kube.Hosting;

namespace Kube.Controllers.Runtime;

/// <summary>What the work loops count, one series per controller.</summary>
internal sealed class ControllerMetrics(Metrics metrics)
{
    private readonly Counter _reconciled = metrics.Counter("controller_reconcile_total", "Keys reconciled, by controller and outcome.", "controller", "result");
    private readonly Histogram _duration = metrics.Histogram("controller_reconcile_duration_seconds", "Time one reconciliation took.", null, "controller");
    private readonly Gauge _waiting = metrics.Gauge("controller_queue_depth", "Keys ready and waiting for a worker.", "controller");

    /// <summary>One key was reconciled.</summary>
    public void Reconciled(string controller, string result, TimeSpan took, int waiting)
    {
        _reconciled.Increment(controller, result);
        _duration.Observe(took, controller);
        _waiting.Set(waiting, controller);
    }
}
