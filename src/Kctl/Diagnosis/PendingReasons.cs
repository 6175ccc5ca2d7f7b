using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Api.Scheduling;

namespace Kctl.Diagnosis;

/// <summary>Why a pod has no node: from its scheduler's record to findings. Pure.</summary>
internal static class PendingReasons
{
    private static readonly Dictionary<string, string> s_events = new(StringComparer.Ordinal)
    {
        ["NodeAdded"] = "a node is added",
        ["NodeAllocatable"] = "a node has more to give",
        ["NodeLabels"] = "a node's labels change",
        ["NodeTaints"] = "a node's taints change",
        ["NodeDeleted"] = "a node goes away",
        ["AssignedPodAdded"] = "another pod gets a node",
        ["AssignedPodLabels"] = "a running pod's labels change",
        ["AssignedPodScaledDown"] = "a running pod asks for less",
        ["AssignedPodDeleted"] = "a running pod ends",
        ["PodLabels"] = "its labels change",
        ["PodTolerations"] = "its tolerations change",
        ["PodScaledDown"] = "it asks for less",
        ["PodSpec"] = "its scheduling gates or node selector change",
        ["NamespaceLabels"] = "a namespace's labels change",
    };

    /// <summary>The pod's state in a sentence, without its name.</summary>
    public static string Summary(SchedulingDecision decision, DateTimeOffset now)
    {
        var tries = decision.Attempts is > 1 and var count ? $"tried {count} times, last " : "tried ";
        var when = decision.Time is { } time ? $" ({tries}{Durations.Age(now - new DateTimeOffset(time.ToUniversalTime()))} ago)" : "";
        return decision.State switch
        {
            DecisionState.Gated => "waits for its scheduling gates: no scheduler looks at it until they are gone",
            DecisionState.Queued when decision.Time is null => "is in the scheduler's line, not tried yet",
            _ when decision.Nodes == 0 => $"waits for a node: the cluster has none{when}",
            _ when decision.Time is null => "waits for a node",
            _ => $"waits for a node: none of {decision.Nodes} would take it{when}",
        };
    }

    public static IReadOnlyList<Finding> Of(SchedulingDecision decision, Subject pod)
    {
        if (decision.State == DecisionState.Gated)
        {
            return [Gates(pod)];
        }

        if (decision is { Nodes: 0 })
        {
            return [new Finding("there are no nodes") { Remedies = [new Remedy("add a node", "kctl get nodes")] }];
        }

        var findings = (decision.Refusals ?? []).Select(refusal => Refusal(refusal, pod)).ToList();
        if (decision.NominatedNode is { Length: > 0 } nominated)
        {
            findings.Add(new Finding($"room is being made on {nominated}: pods of lower priority are ending there") { Remedies = [new Remedy("wait", pod.Command($"get pod {pod.Name} -w"))] });
        }
        else if (Preemption(decision.Message) is { } preemption)
        {
            findings.Add(new Finding($"making room by removing pods of lower priority: {preemption}"));
        }

        if (decision.WaitsFor is { Count: > 0 } events)
        {
            findings.Add(new Finding($"it is tried again as soon as {Join([.. events.Select(e => s_events.GetValueOrDefault(e, e))])}"));
        }

        return findings;
    }

    /// <summary>What came of trying to make room, where that says more than that it would not help.</summary>
    private static string? Preemption(string? message) => message?.Split("preemption: ") switch
    {
        [_, var text] when text.Contains("not eligible", StringComparison.Ordinal) => text,
        [_, var text] when text.Contains("No preemption victims", StringComparison.Ordinal) => "no node has such pods to spare",
        _ => null,
    };

    private static Finding Gates(Subject pod)
    {
        var gates = pod.Spec.Objects("schedulingGates").Select(gate => gate.Text("name")).ToList();
        return new Finding($"gates: {string.Join(", ", gates)}")
        {
            Details = ["whoever put a gate there is expected to take it off"],
            Remedies = [new Remedy("take all of them off yourself", pod.Command($"patch pod {pod.Name} --type=merge -p '{{\"spec\":{{\"schedulingGates\":null}}}}'"))],
        };
    }

    private static Finding Refusal(DecisionRefusal refusal, Subject pod)
    {
        var count = refusal.Count ?? 0;
        var examples = refusal.Examples ?? [];
        var width = examples.Count == 0 ? 0 : examples.Max(node => node.Name?.Length ?? 0);
        var details = examples.Select(node => $"{(node.Name ?? "").PadRight(width)}  {Needs(node)}").ToList();
        if (count > examples.Count && examples.Count > 0)
        {
            details.Add(string.Create(CultureInfo.InvariantCulture, $"... and {count - examples.Count} more, none nearer"));
        }

        var nearest = examples.FirstOrDefault();
        return new Finding(string.Create(CultureInfo.InvariantCulture, $"{count} node{(count == 1 ? "" : "s")} refused by {refusal.Rule}: {refusal.Reason}"))
        {
            Details = details,
            Remedies = [.. (nearest?.Needs ?? []).SelectMany(need => NodeRemedies.Of(need, nearest!.Name ?? "", pod)).DistinctBy(remedy => remedy.Change)],
        };
    }

    private static string Needs(DecisionNode node) => node.Needs is { Count: > 0 } needs ? string.Join("; ", needs.Select(NodeRemedies.Describe)) : "";

    private static string Join(IReadOnlyList<string> parts) => parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.Take(parts.Count - 1))} or {parts[^1]}";
}
