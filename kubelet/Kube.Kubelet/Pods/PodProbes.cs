using Kube.Api.Core.V1;
using Kube.Kubelet.Probes;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Pods;

/// <summary>The probes of one pod's running containers: started with a container, ended with it or with its stop. Used by the pod's worker only.</summary>
internal sealed class PodProbes(PodServices services, ContainerStarter starter, Action changed) : IDisposable
{
    private readonly Dictionary<string, ContainerProbes> _byContainer = [];

    /// <summary>What they say, by container id.</summary>
    public Dictionary<string, ProbeVerdict> Verdicts() => _byContainer.ToDictionary(p => p.Key, p => p.Value.Verdict);

    /// <summary>Ends the probes of containers that are gone, starts those of new ones; a container that is being stopped is left in peace.</summary>
    public void Keep(Pod pod, PodStatus? known, ICollection<string> stopping)
    {
        var running = services.Containers.OfPod(pod.Uid()).Where(c => c.IsRunning && c.Identity.Role != ContainerRole.Sandbox).ToDictionary(c => c.Id);
        foreach (var id in _byContainer.Keys.Where(id => !running.ContainsKey(id)).ToList())
        {
            End(id);
        }

        foreach (var container in running.Values.Where(c => !_byContainer.ContainsKey(c.Id) && !stopping.Contains(c.Id)))
        {
            Start(pod, container, known);
        }
    }

    public void End(string containerId)
    {
        if (_byContainer.Remove(containerId, out var probes))
        {
            probes.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var probes in _byContainer.Values)
        {
            probes.Dispose();
        }

        _byContainer.Clear();
    }

    private void Start(Pod pod, ContainerSnapshot container, PodStatus? known)
    {
        var spec = pod.AllContainers().FirstOrDefault(c => c.Name == container.Name);
        if (spec is not { LivenessProbe: not null } and not { ReadinessProbe: not null } and not { StartupProbe: not null })
        {
            return;
        }

        var last = known is null ? null : ContainerStatusBuilder.Find(known, container.Name);
        var adopted = last?.ContainerID == $"docker://{container.Id}";
        var initial = new ProbeVerdict(spec.StartupProbe is null || (adopted && last?.Started == true), adopted && last?.Ready == true);
        var probes = new ContainerProbes(
            starter.Target(pod, spec, container.Id), initial, services.Checks, services.Time, changed, (kind, message) => Failed(pod, spec, kind, message));
        _byContainer[container.Id] = probes;
        probes.Start(container.StartedAt ?? services.Now);
    }

    private void Failed(Pod pod, Container spec, string kind, string message) => services.Events.Record(
        pod, spec.Name, PodEvents.Warning, "Unhealthy", $"{char.ToUpperInvariant(kind[0])}{kind[1..]} probe failed: {message}");
}
