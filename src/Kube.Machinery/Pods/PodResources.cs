using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Machinery.Quota;

namespace Kube.Machinery.Pods;

/// <summary>
/// What a pod takes at most at any moment. Containers run together and add up; init containers run one by one before them, so the largest counts;
/// an init container that stays (restartPolicy Always) adds to everything that starts after it.
/// </summary>
public static class PodResources
{
    /// <summary>The requests of a pod's containers together.</summary>
    public static Dictionary<string, Quantity> ContainerRequests(PodSpec? spec) => Sum(spec, r => r?.Requests);

    /// <summary>The limits of a pod's containers together.</summary>
    public static Dictionary<string, Quantity> ContainerLimits(PodSpec? spec) => Sum(spec, r => r?.Limits);

    /// <summary>What is set aside for a pod: its containers' requests, those of the pod as a whole in their place where it has any, and its overhead.</summary>
    public static Dictionary<string, Quantity> Requests(PodSpec? spec) => Replaced(ContainerRequests(spec), spec?.Resources?.Requests).Plus(spec?.Overhead);

    /// <summary>The most a pod may use. Overhead counts for resources that are limited at all.</summary>
    public static Dictionary<string, Quantity> Limits(PodSpec? spec)
    {
        var limits = Replaced(ContainerLimits(spec), spec?.Resources?.Limits);
        return limits.Plus((spec?.Overhead ?? []).Only(limits.ContainsKey));
    }

    private static Dictionary<string, Quantity> Replaced(Dictionary<string, Quantity> amounts, Dictionary<string, Quantity>? whole)
    {
        foreach (var (name, amount) in whole ?? [])
        {
            amounts[name] = amount;
        }

        return amounts;
    }

    private static Dictionary<string, Quantity> Sum(PodSpec? spec, Func<ResourceRequirements?, Dictionary<string, Quantity>?> of)
    {
        var total = new Dictionary<string, Quantity>(StringComparer.Ordinal);
        foreach (var container in spec?.Containers ?? [])
        {
            total = total.Plus(of(container.Resources));
        }

        var (staying, peak) = (new Dictionary<string, Quantity>(StringComparer.Ordinal), new Dictionary<string, Quantity>(StringComparer.Ordinal));
        foreach (var container in spec?.InitContainers ?? [])
        {
            var asked = of(container.Resources);
            if (container.RestartPolicy == ContainerRestartPolicy.Always)
            {
                (total, staying) = (total.Plus(asked), staying.Plus(asked));
                peak = peak.Max(staying);
            }
            else
            {
                peak = peak.Max(staying.Plus(asked));
            }
        }

        return total.Max(peak);
    }
}
