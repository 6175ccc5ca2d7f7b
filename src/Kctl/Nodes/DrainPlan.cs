using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Nodes;

/// <summary>What drain was allowed to do.</summary>
internal sealed record DrainRules(bool Force, bool IgnoreDaemonSets, bool DeleteEmptyDirData, TimeSpan SkipGoneFor);

/// <summary>Which pods of a node have to go, and what stands against it. Pure.</summary>
/// <param name="Pods">The pods to evict.</param>
/// <param name="Warnings">Said before the first eviction.</param>
/// <param name="Refusals">Where there are any, nothing is evicted.</param>
internal sealed record DrainPlan(IReadOnlyList<JsonObject> Pods, IReadOnlyList<string> Warnings, IReadOnlyList<string> Refusals)
{
    private const string DaemonSets = "DaemonSet-managed Pods";
    private const string Local = "Pods with local storage";
    private const string Unowned = "Pods that declare no controller";

    /// <summary>Judges each pod of a node.</summary>
    /// <param name="daemonSetExists">Whether the DaemonSet that owns a pod is still there.</param>
    public static DrainPlan Make(IEnumerable<JsonObject> pods, DrainRules rules, Func<JsonObject, bool> daemonSetExists, DateTimeOffset now)
    {
        var evicted = new List<JsonObject>();
        var warnings = new List<(string Kind, string Pod)>();
        var refusals = new List<(string Kind, string Pod)>();
        foreach (var pod in pods.Where(p => !IsMirror(p) && !IsGoneFor(p, rules.SkipGoneFor, now)))
        {
            var name = $"{pod.Namespace()}/{pod.Name()}";
            var owner = pod.Objects("metadata", "ownerReferences").FirstOrDefault(o => o.Flag("controller"));
            if (owner.Text("kind") == "DaemonSet" && daemonSetExists(pod))
            {
                (rules.IgnoreDaemonSets ? warnings : refusals).Add((rules.IgnoreDaemonSets ? $"ignoring {DaemonSets}" : $"cannot delete {DaemonSets} (use --ignore-daemonsets to ignore)", name));
                continue;
            }

            Judge(pod, name, owner, rules, warnings, refusals);
            evicted.Add(pod);
        }

        return new DrainPlan(evicted, Lines(warnings), Lines(refusals));
    }

    private static void Judge(JsonObject pod, string name, JsonObject? owner, DrainRules rules, List<(string, string)> warnings, List<(string, string)> refusals)
    {
        if (pod.Text("status", "phase") is "Succeeded" or "Failed")
        {
            return;
        }

        if (owner is null || owner.Text("kind") == "DaemonSet")
        {
            (rules.Force ? warnings : refusals).Add((rules.Force ? $"deleting {Unowned}" : $"cannot delete {Unowned} (use --force to override)", name));
        }

        if (pod.Objects("spec", "volumes").Any(v => v.At("emptyDir") is not null) && !rules.DeleteEmptyDirData)
        {
            refusals.Add(($"cannot delete {Local} (use --delete-emptydir-data to override)", name));
        }
    }

    /// <summary>A pod the kubelet runs from a file; deleting its picture in the API would not end it.</summary>
    private static bool IsMirror(JsonObject pod) => pod.At("metadata", "annotations", "kubernetes.io/config.mirror") is not null;

    private static bool IsGoneFor(JsonObject pod, TimeSpan limit, DateTimeOffset now) =>
        limit > TimeSpan.Zero && pod.Time("metadata", "deletionTimestamp") is { } deleted && now - deleted > limit;

    private static IReadOnlyList<string> Lines(IEnumerable<(string Kind, string Pod)> findings) =>
        [.. findings.GroupBy(f => f.Kind).Select(g => $"{g.Key}: {string.Join(", ", g.Select(f => f.Pod))}")];
}
