using Kube.Api.Scheduling;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Decisions;

/// <summary>From what the scheduler keeps to what it answers. Pure.</summary>
internal static class DecisionText
{
    /// <summary>The answer about a pod that stands in the queue (<paramref name="queued"/>), or got a node, or is not known.</summary>
    public static SchedulingDecision Of(QueuedPod? queued, DecisionRecord? bound)
    {
        var record = bound ?? queued?.LastDecision;
        var answer = record is null ? new SchedulingDecision() : Of(record);
        answer.State = bound is not null ? DecisionState.Scheduled : queued is null ? DecisionState.Unknown : StateOf(queued.Place);
        answer.Attempts = bound is not null ? bound.Attempts : queued?.Attempts;
        answer.WaitsFor = queued is { Place: QueuePlace.Unschedulable } ? WaitsFor(queued) : null;
        return answer;
    }

    private static SchedulingDecision Of(DecisionRecord record) => new()
    {
        Time = record.Time.UtcDateTime,
        Message = record.Message.Length > 0 ? record.Message : null,
        Nodes = record.Nodes,
        LookedAt = record.Feasible + record.Refusals.Sum(refusal => refusal.Count ?? 0),
        Feasible = record.Feasible,
        NominatedNode = record.NominatedNode,
        Refusals = [.. record.Refusals],
        Candidates = record.Ranking is { } ranking ? [.. ranking.Nodes.Select(node => Candidate(ranking.Rules, node))]
            : record.Node is { } only ? [new DecisionCandidate { Node = only }] : null,
    };

    private static DecisionCandidate Candidate(RankedRule[] rules, RankedNode node) => new()
    {
        Node = node.Name,
        Total = node.Total,
        Scores = [.. rules.Select((rule, i) => new DecisionScore { Rule = rule.Name, Score = node.Scores[i], Weight = rule.Weight })],
    };

    private static string StateOf(QueuePlace place) => place switch
    {
        QueuePlace.Unschedulable => DecisionState.Unschedulable,
        QueuePlace.BackOff => DecisionState.BackOff,
        QueuePlace.Gated => DecisionState.Gated,
        _ => DecisionState.Queued,
    };

    private static List<string> WaitsFor(QueuedPod pod) =>
    [
        .. Enum.GetValues<ClusterEvent>()
            .Where(change => change is not (ClusterEvent.None or ClusterEvent.AnyNode) && pod.WaitsFor(change))
            .Select(change => change.ToString()),
    ];
}
