using Kube.Hosting;

namespace Kube.Proxy.Services;

/// <summary>What the programmer says about itself.</summary>
internal sealed class ProgrammerMetrics(Metrics metrics)
{
    private readonly Histogram _duration = metrics.Histogram("kubeproxy_sync_proxy_rules_duration_seconds", "Time to bring a change of Services into the kernel.");
    private readonly Counter _failures = metrics.Counter("kubeproxy_sync_failures_total", "Changes the kernel refused.");
    private readonly Gauge _ports = metrics.Gauge("kubeproxy_service_ports", "Service ports programmed.");

    public void Programmed(TimeSpan duration, int ports)
    {
        _duration.Observe(duration);
        _ports.Set(ports);
    }

    public void Failed() => _failures.Increment();
}
