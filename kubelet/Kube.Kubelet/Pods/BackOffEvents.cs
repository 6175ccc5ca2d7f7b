using Kube.Api.Core.V1;

namespace Kube.Kubelet.Pods;

/// <summary>Tells people that the start of a crashing container is put off: once for each time it is, however often the plan is made meanwhile.</summary>
internal sealed class BackOffEvents(IPodEvents events)
{
    private readonly Dictionary<string, DateTime?> _told = [];

    /// <summary>Records what is new about the containers that wait.</summary>
    public void Tell(Pod pod, IReadOnlyDictionary<string, Hold> waiting)
    {
        foreach (var (name, hold) in waiting.Where(w => w.Value.Reason == "CrashLoopBackOff"))
        {
            if (!_told.TryGetValue(name, out var until) || until != hold.Until)
            {
                _told[name] = hold.Until;
                events.Record(pod, name, PodEvents.Warning, "BackOff", $"Back-off restarting failed container {name} in pod {pod.Name()}_{pod.Namespace()}({pod.Uid()})");
            }
        }
    }
}
