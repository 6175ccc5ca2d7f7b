using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;

namespace Kube.Kubelet.Node;

/// <summary>
/// The node's own say: a pod that was bound here but does not fit or does not want this node fails at once, with Kubernetes' reasons. Pure.
/// </summary>
internal static class PodAdmission
{
    /// <summary>Null when the pod may run.</summary>
    public static PodEnd? Check(Pod pod, IReadOnlyDictionary<string, string> nodeLabels, IReadOnlyDictionary<string, Quantity> allocatable, IReadOnlyList<Pod> others)
    {
        if (allocatable.TryGetValue("pods", out var pods) && others.Count >= pods.LongValue)
        {
            return Rejected("OutOfpods", $"Node didn't have enough resource: pods, requested: 1, used: {others.Count}, capacity: {pods.LongValue}");
        }

        foreach (var resource in (string[])["cpu", "memory", "ephemeral-storage"])
        {
            var asked = Request(pod, resource);
            var used = others.Sum(p => Request(p, resource));
            if (asked > 0 && allocatable.TryGetValue(resource, out var limit) && asked + used > limit.Value)
            {
                var scale = resource == "cpu" ? 1000 : 1;
                return Rejected($"OutOf{resource}", $"Node didn't have enough resource: {resource}, requested: {asked * scale:0}, used: {used * scale:0}, capacity: {limit.Value * scale:0}");
            }
        }

        return MatchesNode(pod, nodeLabels) ? null : Rejected("NodeAffinity", "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector");
    }

    /// <summary>What a pod asks for: its containers together, or its largest init container with the sidecars before it, and the overhead.</summary>
    public static decimal Request(Pod pod, string resource)
    {
        decimal sidecars = 0;
        decimal largestInit = 0;
        foreach (var init in pod.InitContainers())
        {
            var request = Of(init.Resources?.Requests, resource);
            sidecars += PodFacts.IsSidecar(init) ? request : 0;
            largestInit = Math.Max(largestInit, PodFacts.IsSidecar(init) ? sidecars : sidecars + request);
        }

        return Math.Max(pod.AppContainers().Sum(c => Of(c.Resources?.Requests, resource)) + sidecars, largestInit) + Of(pod.Spec?.Overhead, resource);
    }

    private static bool MatchesNode(Pod pod, IReadOnlyDictionary<string, string> labels)
    {
        var selector = pod.Spec?.NodeSelector ?? [];
        var required = pod.Spec?.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution?.NodeSelectorTerms;
        return selector.All(s => labels.GetValueOrDefault(s.Key) == s.Value)
            && (required is null || required.Any(t => (t.MatchExpressions ?? []).All(e => Matches(e, labels))));
    }

    private static bool Matches(NodeSelectorRequirement requirement, IReadOnlyDictionary<string, string> labels)
    {
        var has = labels.TryGetValue(requirement.Key!, out var value);
        var values = requirement.Values ?? [];
        return requirement.Operator switch
        {
            NodeSelectorOperator.In => has && values.Contains(value!),
            NodeSelectorOperator.NotIn => !has || !values.Contains(value!),
            NodeSelectorOperator.Exists => has,
            NodeSelectorOperator.DoesNotExist => !has,
            NodeSelectorOperator.Gt => has && long.TryParse(value, out var more) && long.TryParse(values[0], out var bound) && more > bound,
            NodeSelectorOperator.Lt => has && long.TryParse(value, out var less) && long.TryParse(values[0], out var bound) && less < bound,
            _ => false,
        };
    }

    private static decimal Of(Dictionary<string, Quantity>? quantities, string resource) =>
        quantities is not null && quantities.TryGetValue(resource, out var value) ? value.Value : 0;

    private static PodEnd Rejected(string reason, string message) => new(0, PodPhase.Failed, reason, $"Pod was rejected: {message}");
}
