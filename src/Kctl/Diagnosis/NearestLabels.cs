using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Diagnosis;

/// <summary>A selector that selects nothing: which pods it was probably meant to select. Pure.</summary>
internal static class NearestLabels
{
    private static readonly string[] s_ofControllers = ["pod-template-hash", "controller-revision-hash", "pod-template-generation", "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index"];

    public static Finding Of(ServiceFacts facts, string selector)
    {
        var what = $"{selector} selects no pod";
        if (facts.Pods.Count == 0)
        {
            return new Finding($"{what}: there is none in its namespace")
            {
                Remedies = [new Remedy("see what should make them, and whether it is scaled to 0", facts.Command("get deployments,statefulsets,daemonsets"))],
            };
        }

        var groups = facts.Pods.GroupBy(pod => string.Join(",", Own(pod).Select(l => $"{l.Key}={l.Value}")))
            .Select(group => (Labels: group.Key, Count: group.Count(), Distance: DistanceTo(facts.Selector, Own(group.First())), Pod: group.First()))
            .OrderBy(group => group.Distance).ThenByDescending(group => group.Count)
            .ToList();
        var nearest = groups[0];
        var wanted = Selector(facts.Selector, Own(nearest.Pod));
        return new Finding(what)
        {
            Details = [.. groups.Take(4).Select(group => $"{ServiceLinks.Count(group.Count, "pod")} with {(group.Labels.Length == 0 ? "no labels" : group.Labels)}")],
            Remedies = wanted.Length == 0
                ? [new Remedy("give the pods that label, or the service another selector", facts.Command($"set selector service {facts.Name} KEY=VALUE"))]
                : [new Remedy($"select the nearest: {wanted}", facts.Command($"set selector service {facts.Name} {wanted}"))],
        };
    }

    private static Dictionary<string, string> Own(JsonObject pod) =>
        pod.Map("metadata", "labels").Where(label => !s_ofControllers.Contains(label.Key)).ToDictionary(label => label.Key, label => label.Value);

    /// <summary>Letters to change in what the selector asks for until the pod has it; a key that is missing counts as long as itself.</summary>
    private static int DistanceTo(IReadOnlyDictionary<string, string> selector, Dictionary<string, string> labels) => selector.Sum(pair =>
        labels.TryGetValue(pair.Key, out var value) ? Suggestion.Distance(pair.Value, value)
        : labels.Count == 0 ? 100
        : labels.Min(label => Suggestion.Distance(pair.Key, label.Key) + Suggestion.Distance(pair.Value, label.Value)));

    /// <summary>The selector with the pod's own values, its keys replaced by the pod's nearest where the pod has not got them.</summary>
    private static string Selector(IReadOnlyDictionary<string, string> selector, Dictionary<string, string> labels) => string.Join(",", selector
        .Select(pair => labels.ContainsKey(pair.Key) ? pair.Key : labels.Count == 0 ? null : labels.Keys.MinBy(key => Suggestion.Distance(pair.Key, key) + Suggestion.Distance(pair.Value, labels[key])))
        .OfType<string>().Distinct().Select(key => $"{key}={labels[key]}"));
}
