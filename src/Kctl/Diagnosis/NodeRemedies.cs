using Kctl.Api;
using Kube.Api;
using Kube.Api.Scheduling;

namespace Kctl.Diagnosis;

/// <summary>What a node lacks for a pod, in words, and the smallest changes that would let the pod in. One function per kind of need. Pure.</summary>
internal static class NodeRemedies
{
    /// <summary>The lack in words, with its numbers.</summary>
    public static string Describe(DecisionNeed need) => need.Kind switch
    {
        DecisionNeedKind.Resource when need.Name == "pods" => $"room for pods: {need.Of} is the most it takes, all in use",
        DecisionNeedKind.Resource => $"{need.Name}: asks {need.Wants}, free {need.Has} of {need.Of}",
        DecisionNeedKind.Taint => $"taint {TaintText(need)}",
        DecisionNeedKind.Label => LabelText(need),
        DecisionNeedKind.Port => $"port {need.Wants}/{need.Name} is taken by pod {need.Has}",
        DecisionNeedKind.Cordon => "cordoned",
        DecisionNeedKind.NodeName => $"the pod names node {need.Wants}",
        DecisionNeedKind.Spread => $"{need.Name} would have {need.Wants} of these pods, the emptiest place has {need.Has}; a difference of {need.Of} is allowed",
        DecisionNeedKind.Company => $"no pod with {need.Wants} in {Place(need)}",
        DecisionNeedKind.Distance => $"a pod to keep away from ({need.Wants}) is in {Place(need)}",
        _ => $"{need.Kind} {need.Name}",
    };

    /// <summary>What would change it on this node; each alone is enough for this need.</summary>
    public static IReadOnlyList<Remedy> Of(DecisionNeed need, string node, Subject pod) => need.Kind switch
    {
        DecisionNeedKind.Resource => Resource(need, node, pod),
        DecisionNeedKind.Taint => Taint(need, node, pod),
        DecisionNeedKind.Label => Label(need, node, pod),
        DecisionNeedKind.Cordon => [new Remedy($"let pods onto {node} again", $"kctl uncordon {node}")],
        DecisionNeedKind.Port => [pod.Edit($"take another host port than {need.Wants}, or none and a Service", null), new Remedy($"move pod {need.Has} away", Delete(need.Has))],
        DecisionNeedKind.NodeName => [new Remedy($"add a node named {need.Wants}, or leave spec.nodeName out", "kctl get nodes")],
        DecisionNeedKind.Spread =>
        [
            new Remedy($"make room in the places that have fewer of these pods than {need.Name}", "kctl get nodes --show-labels"),
            pod.Edit($"allow a difference of {Difference(need)} (maxSkew), or say whenUnsatisfiable: ScheduleAnyway", null),
        ],
        DecisionNeedKind.Company => [new Remedy($"run a pod with {need.Wants} in {Place(need)} first", pod.Command($"get pods -l {need.Wants} -o wide"))],
        DecisionNeedKind.Distance => [new Remedy($"add a node with another {need.Name}, or run fewer of the pods that keep apart", pod.Command($"get pods -l {need.Wants} -o wide"))],
        _ => [],
    };

    private static IReadOnlyList<Remedy> Resource(DecisionNeed need, string node, Subject pod)
    {
        var running = $"kctl get pods -A --field-selector spec.nodeName={node}";
        if (need.Name == "pods")
        {
            return [new Remedy($"remove a pod from {node}, or add a node", running)];
        }

        var remedies = new List<Remedy>();
        if (Quantity.TryParse(need.Has, out var free) && free.Value > 0)
        {
            var command = pod.Owner is not null && pod.Spec.Objects("containers").Count == 1 ? $"set resources {pod.Owner} --requests={need.Name}={need.Has}" : null;
            remedies.Add(pod.Edit($"lower requests.{need.Name} from {need.Wants} to {need.Has}", command));
        }

        if (!Quantity.TryParse(need.Wants, out var wants) || !Quantity.TryParse(need.Of, out var all) || wants > all)
        {
            remedies.Add(new Remedy($"add a node with {need.Wants} of {need.Name} free: {node} has {need.Of} in all, so removing pods there would not help"));
            return remedies;
        }

        remedies.Add(new Remedy($"free {wants - free} of {need.Name} on {node}, or add a node", running));
        return remedies;
    }

    private static IReadOnlyList<Remedy> Taint(DecisionNeed need, string node, Subject pod)
    {
        if (need.Name?.StartsWith("node.kubernetes.io/", StringComparison.Ordinal) == true)
        {
            return [new Remedy($"the cluster itself marked {node}: see its conditions", $"kctl describe node {node}")];
        }

        var toleration = need.Wants is { Length: > 0 } ? $"key: {need.Name}, value: {need.Wants}, effect: {need.Of}" : $"key: {need.Name}, operator: Exists, effect: {need.Of}";
        return
        [
            pod.Edit($"tolerate it: spec.tolerations: [{{{toleration}}}]", null),
            new Remedy($"take the taint off {node}", $"kctl taint nodes {node} {TaintText(need)}-"),
        ];
    }

    private static IReadOnlyList<Remedy> Label(DecisionNeed need, string node, Subject pod)
    {
        var first = need.Wants?.Split(',')[0];
        var overwrite = need.Has is null ? "" : " --overwrite";
        var onNode = need.Of switch
        {
            "In" => new Remedy($"label a node {need.Name}={first}", $"kctl label node {node} {need.Name}={first}{overwrite}"),
            "Exists" => new Remedy($"label a node with {need.Name}", $"kctl label node {node} {need.Name}=VALUE"),
            "NotIn" or "DoesNotExist" => new Remedy($"take the label {need.Name} off a node", $"kctl label node {node} {need.Name}-"),
            _ => new Remedy($"label a node so that {LabelText(need)}"),
        };
        return [onNode, pod.Edit("ask for a label that a node has", null)];
    }

    private static string TaintText(DecisionNeed need) => need.Wants is { Length: > 0 } value ? $"{need.Name}={value}:{need.Of}" : $"{need.Name}:{need.Of}";

    private static string LabelText(DecisionNeed need)
    {
        var has = need.Has is null ? "the node has no such label" : $"the node has {need.Has}";
        return need.Of switch
        {
            "In" => $"label {need.Name}={need.Wants?.Replace(",", " or ", StringComparison.Ordinal)} is asked for, {has}",
            "NotIn" => $"label {need.Name} must not be {need.Wants}, {has}",
            "Exists" => $"label {need.Name} is asked for, {has}",
            "DoesNotExist" => $"label {need.Name} must be absent, {has}",
            "Gt" => $"label {need.Name} must be more than {need.Wants}, {has}",
            _ => $"label {need.Name} must be less than {need.Wants}, {has}",
        };
    }

    private static string Place(DecisionNeed need) => need.Has is null ? $"the node's {need.Name}, which it has none of" : $"{need.Name}={need.Has}";

    private static long Difference(DecisionNeed need) => long.TryParse(need.Wants, out var count) && long.TryParse(need.Has, out var least) ? count - least : 0;

    private static string? Delete(string? pod) => pod?.Split('/') is [var ns, var name] ? $"kctl delete pod {name} -n {ns}" : null;
}
