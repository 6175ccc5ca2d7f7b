using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Machinery.Pods;

namespace Kube.Machinery.Quota;

/// <summary>What a pod uses of a quota. One that has ended uses nothing but its place among the objects.</summary>
internal static class PodUsage
{
    private const string HugePages = "hugepages-";
    private const string RequestsPrefix = "requests.";

    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        ResourceName.Pods, ResourceName.Cpu, ResourceName.Memory, ResourceName.EphemeralStorage, ResourceName.RequestsCpu, ResourceName.RequestsMemory,
        ResourceName.RequestsEphemeralStorage, ResourceName.LimitsCpu, ResourceName.LimitsMemory, ResourceName.LimitsEphemeralStorage,
    };

    /// <summary>What every container must state where a quota bounds it.</summary>
    private static readonly HashSet<string> s_mustBeStated = new(StringComparer.Ordinal)
    {
        ResourceName.Cpu, ResourceName.Memory, ResourceName.RequestsCpu, ResourceName.RequestsMemory, ResourceName.LimitsCpu, ResourceName.LimitsMemory,
    };

    public static bool Tracks(string name) => s_names.Contains(name) || name.StartsWith(HugePages, StringComparison.Ordinal)
        || name.StartsWith(RequestsPrefix + HugePages, StringComparison.Ordinal)
        || (name.StartsWith(RequestsPrefix, StringComparison.Ordinal) && name.Contains('/', StringComparison.Ordinal) && !name.Contains("kubernetes.io/", StringComparison.Ordinal));

    public static Dictionary<string, Quantity> Of(Pod pod, DateTime now) =>
        HasEnded(pod, now) ? [] : Compute(PodResources.Requests(pod.Spec), PodResources.Limits(pod.Spec));

    /// <summary>What the pod's containers leave open although it is tracked, in words; null when nothing.</summary>
    public static string? Missing(Pod pod, IEnumerable<string> tracked)
    {
        var open = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var whole = Compute(pod.Spec?.Resources?.Requests, pod.Spec?.Resources?.Limits);
        var required = tracked.Where(n => s_mustBeStated.Contains(n) && !whole.ContainsKey(n)).ToList();
        foreach (var container in (pod.Spec?.Containers ?? []).Concat(pod.Spec?.InitContainers ?? []))
        {
            var stated = Compute(container.Resources?.Requests, container.Resources?.Limits);
            foreach (var name in required.Where(n => !stated.ContainsKey(n)))
            {
                open.TryAdd(name, new SortedSet<string>(StringComparer.Ordinal));
                open[name].Add(container.Name ?? "");
            }
        }

        return open.Count == 0 ? null : $"must specify {string.Join("; ", open.Select(o => $"{o.Key} for: {string.Join(",", o.Value)}"))}";
    }

    /// <summary>True once a pod's containers have ended, or should have by now.</summary>
    private static bool HasEnded(Pod pod, DateTime now) => pod.Status?.Phase is PodPhase.Failed or PodPhase.Succeeded
        || (pod.Metadata is { DeletionTimestamp: { } when, DeletionGracePeriodSeconds: { } grace } && now > when.AddSeconds(grace));

    private static Dictionary<string, Quantity> Compute(Dictionary<string, Quantity>? requests, Dictionary<string, Quantity>? limits)
    {
        var usage = new Dictionary<string, Quantity>(StringComparer.Ordinal) { [ResourceName.Pods] = Quantity.FromLong(1) };
        foreach (var (name, amount) in requests ?? [])
        {
            var native = name is ResourceName.Cpu or ResourceName.Memory or ResourceName.EphemeralStorage || name.StartsWith(HugePages, StringComparison.Ordinal);
            if (native)
            {
                usage[name] = amount;
            }

            usage[RequestsPrefix + name] = amount;
        }

        foreach (var (name, amount) in limits ?? [])
        {
            if (name is ResourceName.Cpu or ResourceName.Memory or ResourceName.EphemeralStorage)
            {
                usage["limits." + name] = amount;
            }
        }

        return usage;
    }
}
