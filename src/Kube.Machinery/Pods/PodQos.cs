using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.Machinery.Pods;

/// <summary>The quality-of-service class of a pod, from its cpu and memory requests and limits.</summary>
public static class PodQos
{
    private static readonly string[] s_counted = [ResourceName.Cpu, ResourceName.Memory];

    /// <summary>BestEffort when nothing is asked for, Guaranteed when every container limits both and asks for as much, else Burstable.</summary>
    public static string ClassOf(PodSpec? spec)
    {
        List<ResourceRequirements?> all = IsSet(spec?.Resources)
            ? [spec!.Resources]
            : [.. (spec?.Containers ?? []).Concat(spec?.InitContainers ?? []).Select(c => c.Resources)];
        return !all.Any(IsSet) ? PodQOSClass.BestEffort : all.All(IsGuaranteed) ? PodQOSClass.Guaranteed : PodQOSClass.Burstable;
    }

    private static bool IsSet(ResourceRequirements? resources) => s_counted.Any(n => Amount(resources?.Requests, n) > 0 || Amount(resources?.Limits, n) > 0);

    private static bool IsGuaranteed(ResourceRequirements? resources) => s_counted.All(n =>
        Amount(resources?.Limits, n) is var limit && limit > 0 && (Amount(resources?.Requests, n) is var request && (request == 0 || request == limit)));

    private static decimal Amount(Dictionary<string, Quantity>? amounts, string name) => amounts?.GetValueOrDefault(name).Value ?? 0;
}
