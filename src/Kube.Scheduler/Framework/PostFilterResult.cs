using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Framework;

/// <summary>What came of trying to make room for a pod.</summary>
/// <param name="NominatedNode">The node that will have room once <paramref name="Victims"/> are gone; null when nothing can be done.</param>
/// <param name="Victims">The pods to delete.</param>
/// <param name="Message">Why nothing can be done; empty otherwise.</param>
internal sealed record PostFilterResult(string? NominatedNode, IReadOnlyList<PodFacts> Victims, string Message)
{
    public static PostFilterResult Nothing(string message) => new(null, [], message);
}
