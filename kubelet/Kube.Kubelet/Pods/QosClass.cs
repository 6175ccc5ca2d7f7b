using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.Kubelet.Pods;

/// <summary>Kubernetes' quality of service classes, and the kernel's out-of-memory adjustment that follows. Pure.</summary>
internal static class QosClass
{
    private static readonly string[] s_counted = ["cpu", "memory"];

    /// <summary>Guaranteed when every container limits cpu and memory and asks for just that; BestEffort when none says anything; else Burstable.</summary>
    public static string Of(Pod pod)
    {
        var containers = pod.AllContainers().ToList();
        if (containers.All(c => !Mentions(c.Resources?.Requests) && !Mentions(c.Resources?.Limits)))
        {
            return PodQOSClass.BestEffort;
        }

        return containers.All(IsGuaranteed) ? PodQOSClass.Guaranteed : PodQOSClass.Burstable;
    }

    /// <summary>Which process the kernel ends first when the machine runs out of memory; -997 for Guaranteed, 1000 for BestEffort.</summary>
    public static int OomScoreAdjust(string qos, Container container, long machineMemory)
    {
        if (qos == PodQOSClass.Guaranteed)
        {
            return -997;
        }

        if (qos == PodQOSClass.BestEffort || machineMemory <= 0)
        {
            return 1000;
        }

        var request = container.Resources?.Requests?.TryGetValue("memory", out var memory) == true ? memory.LongValue : 0;
        return (int)Math.Clamp(1000 - (1000 * (decimal)request / machineMemory), 3, 999);
    }

    private static bool IsGuaranteed(Container container) => s_counted.All(name =>
        container.Resources?.Limits?.TryGetValue(name, out var limit) == true && limit.Value > 0
        && (container.Resources.Requests?.TryGetValue(name, out var request) != true || request == limit));

    private static bool Mentions(Dictionary<string, Quantity>? quantities) =>
        quantities is not null && s_counted.Any(name => quantities.TryGetValue(name, out var value) && value.Value > 0);
}
