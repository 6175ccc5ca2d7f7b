using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.Scheduler.Nodes;

/// <summary>
/// What a pod asks for. Containers run together and add up; init containers run one by one before them, so the largest counts; an init container
/// that stays (restartPolicy Always) adds to everything that starts after it. Requests of the pod as a whole win over those of its containers.
/// </summary>
internal static class PodRequests
{
    /// <summary>Assumed by the scores for a container that asks for no CPU, so that many such pods do not all land on one node.</summary>
    public const long DefaultMilliCpu = 100;

    /// <summary>Assumed by the scores for a container that asks for no memory.</summary>
    public const long DefaultMemory = 200L * 1024 * 1024;

    /// <summary>What the pod asks for.</summary>
    public static ResourceAmounts Of(PodSpec? spec) => Sum(spec, assumeDefaults: false);

    /// <summary>What the pod asks for, with defaults in the place of what it leaves open; for scores only.</summary>
    public static ResourceAmounts WithDefaults(PodSpec? spec) => Sum(spec, assumeDefaults: true);

    private static ResourceAmounts Sum(PodSpec? spec, bool assumeDefaults)
    {
        var total = new ResourceAmounts();
        foreach (var container in spec?.Containers ?? [])
        {
            total.Add(OfContainer(container, assumeDefaults));
        }

        var staying = new ResourceAmounts();
        var peak = new ResourceAmounts();
        foreach (var container in spec?.InitContainers ?? [])
        {
            var requests = OfContainer(container, assumeDefaults);
            if (container.RestartPolicy == ContainerRestartPolicy.Always)
            {
                total.Add(requests);
                staying.Add(requests);
                peak.Max(staying);
            }
            else
            {
                requests.Add(staying);
                peak.Max(requests);
            }
        }

        total.Max(peak);
        foreach (var (name, quantity) in spec?.Resources?.Requests ?? [])
        {
            total.Set(name, name == ResourceName.Cpu ? quantity.MilliValue : quantity.LongValue);
        }

        total.Add(ResourceAmounts.From(spec?.Overhead));
        return total;
    }

    private static ResourceAmounts OfContainer(Container container, bool assumeDefaults)
    {
        var requests = container.Resources?.Requests;
        var amounts = ResourceAmounts.From(requests);
        if (assumeDefaults)
        {
            amounts.MilliCpu = Asks(requests, ResourceName.Cpu) ? amounts.MilliCpu : DefaultMilliCpu;
            amounts.Memory = Asks(requests, ResourceName.Memory) ? amounts.Memory : DefaultMemory;
        }

        return amounts;
    }

    private static bool Asks(Dictionary<string, Quantity>? requests, string name) => requests is not null && requests.ContainsKey(name);
}
