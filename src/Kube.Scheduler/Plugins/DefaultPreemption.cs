using Kube.Api.Core.V1;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Plugins;

/// <summary>
/// Makes room for a pod by deleting pods of lower priority. For each node where that could help it takes away all of them, puts back as many as fit,
/// most important first, and chooses the node whose victims matter least. Pod disruption budgets are not looked at.
/// </summary>
internal sealed class DefaultPreemption(Func<Profile> profile) : IPostFilter
{
    /// <summary>Trying a node out costs as much as a decision; in large clusters a tenth of the nodes, but at least this many, are tried.</summary>
    private const int FewestTried = 100;

    private static readonly Verdict s_noVictims = Verdict.Unresolvable("No preemption victims found for incoming pod");
    private static readonly Verdict s_notHelpful = Verdict.Unresolvable("Preemption is not helpful for scheduling");

    public string Name => nameof(DefaultPreemption);

    public PostFilterResult PostFilter(CycleState cycle, PodFacts pod, Snapshot nodes, Diagnosis diagnosis)
    {
        if (pod.Pod.Spec?.PreemptionPolicy == PreemptionPolicy.Never)
        {
            return PostFilterResult.Nothing("preemption: not eligible due to preemptionPolicy=Never.");
        }

        if (IsRoomBeingMade(pod, nodes))
        {
            return PostFilterResult.Nothing("preemption: not eligible due to a terminating pod on the nominated node.");
        }

        var attempt = new Diagnosis(nodes.Count) { OtherNodes = s_notHelpful };
        var best = Try(pod, nodes, diagnosis, attempt);
        return best is null
            ? PostFilterResult.Nothing($"preemption: {attempt}")
            : new PostFilterResult(best.Node, best.Victims, "");
    }

    private Candidate? Try(PodFacts pod, Snapshot nodes, Diagnosis diagnosis, Diagnosis attempt)
    {
        Candidate? best = null;
        var left = Math.Max(FewestTried, nodes.Count / 10);
        foreach (var node in nodes.Nodes)
        {
            if (left == 0 || diagnosis.For(node.Name).Code != VerdictCode.Unschedulable)
            {
                continue;
            }

            if (VictimsOn(node, pod, nodes, out var verdict) is not { } victims)
            {
                attempt.Reject(node.Name, verdict);
                continue;
            }

            left--;
            var candidate = new Candidate(node.Name, victims);
            best = best is null || candidate.IsBetterThan(best) ? candidate : best;
        }

        return best;
    }

    /// <summary>The fewest pods that have to go from a node, least important last; null when even all of them are not enough.</summary>
    private List<PodFacts>? VictimsOn(NodeInfo node, PodFacts pod, Snapshot nodes, out Verdict verdict)
    {
        var lower = node.Pods.Where(p => p.Priority < pod.Priority)
            .OrderByDescending(p => p.Priority)
            .ThenBy(p => p.Pod.Status?.StartTime ?? DateTime.MaxValue)
            .ToList();
        verdict = s_noVictims;
        if (lower.Count == 0)
        {
            return null;
        }

        var trial = node.Copy();
        foreach (var victim in lower)
        {
            Remove(trial, victim);
        }

        if (!Fits(pod, trial, nodes, out verdict))
        {
            return null;
        }

        var victims = new List<PodFacts>();
        foreach (var candidate in lower)
        {
            trial.AddPod(candidate, ShapeOf(node, candidate));
            if (!Fits(pod, trial, nodes, out _))
            {
                Remove(trial, candidate);
                victims.Add(candidate);
            }
        }

        return victims;
    }

    private bool Fits(PodFacts pod, NodeInfo trial, Snapshot nodes, out Verdict verdict)
    {
        var cycle = new CycleState();
        var diagnosis = new Diagnosis(nodes.Count);
        if (!profile().PreFilter(cycle, pod, nodes.With(trial), diagnosis))
        {
            verdict = diagnosis.OtherNodes;
            return false;
        }

        return profile().Filter(cycle, pod, trial, out verdict) is null;
    }

    private static bool IsRoomBeingMade(PodFacts pod, Snapshot nodes) => pod.NominatedNode is { } name && nodes.Find(name) is { } node
        && node.Pods.Any(p => p.IsTerminating && p.Priority < pod.Priority);

    private static void Remove(NodeInfo node, PodFacts pod) => node.RemovePod(pod, ShapeOf(node, pod));

    private static PodShape ShapeOf(NodeInfo node, PodFacts pod)
    {
        foreach (var count in node.Shapes)
        {
            if (count.Shape.Key == pod.Shape)
            {
                return count.Shape;
            }
        }

        return new PodShape(pod.Shape, pod.Namespace, pod.Labels);
    }

    private sealed record Candidate(string Node, List<PodFacts> Victims)
    {
        /// <summary>Lowest top priority, then lowest sum, then fewest pods; in the end the one found first.</summary>
        public bool IsBetterThan(Candidate other)
        {
            var order = Top(Victims).CompareTo(Top(other.Victims));
            order = order != 0 ? order : Sum(Victims).CompareTo(Sum(other.Victims));
            order = order != 0 ? order : Victims.Count.CompareTo(other.Victims.Count);
            return order < 0;
        }

        private static long Top(List<PodFacts> pods) => pods.Count == 0 ? long.MinValue : pods.Max(p => p.Priority);

        private static long Sum(List<PodFacts> pods) => pods.Sum(p => p.Priority + (long)int.MaxValue + 1);
    }
}
