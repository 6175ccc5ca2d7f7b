using System.Globalization;
using System.Numerics;
using Kube.Api.Core.V1;

namespace Kube.Controllers.Runtime;

/// <summary>
/// Which of a workload's pods to give up first. As in Kubernetes, the first rule that tells two pods apart decides:
/// not assigned to a node, pending before unknown before running, not ready, lower deletion cost, more siblings on the same node,
/// ready for a shorter time, more restarts, younger. Times are compared by their order of magnitude, so that
/// among pods of about the same age the choice is spread instead of always hitting the youngest.
/// </summary>
internal sealed class DeletionOrder : IComparer<Pod>
{
    /// <summary>The annotation with which a user ranks pods; a whole number, absent means 0.</summary>
    public const string DeletionCost = "controller.kubernetes.io/pod-deletion-cost";

    private readonly Dictionary<string, int> _siblingsByNode = [];
    private readonly DateTime _now;

    /// <param name="related">Active pods of the same application, of all its ReplicaSets; they decide which nodes are doubled up.</param>
    /// <param name="now">The current time.</param>
    public DeletionOrder(IEnumerable<Pod> related, DateTime now)
    {
        _now = now;
        foreach (var pod in related)
        {
            if (pod.Node() is { } node && pod.IsActive())
            {
                _siblingsByNode[node] = _siblingsByNode.GetValueOrDefault(node) + 1;
            }
        }
    }

    /// <summary>The <paramref name="count"/> pods to delete, worst first.</summary>
    public List<Pod> Pick(IReadOnlyList<Pod> pods, int count) =>
        count >= pods.Count ? [.. pods] : [.. pods.Order(this).Take(count)];

    /// <inheritdoc />
    public int Compare(Pod? x, Pod? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return First(
            (x.Node() is null ? 0 : 1).CompareTo(y.Node() is null ? 0 : 1),
            PhaseRank(x).CompareTo(PhaseRank(y)),
            x.IsReady().CompareTo(y.IsReady()),
            Cost(x).CompareTo(Cost(y)),
            Siblings(y).CompareTo(Siblings(x)),
            x.IsReady() && y.IsReady() ? CompareAge(ReadySince(x), ReadySince(y)) : 0,
            Restarts(y).CompareTo(Restarts(x)),
            CompareAge(x.Metadata?.CreationTimestamp, y.Metadata?.CreationTimestamp),
            string.CompareOrdinal(x.Metadata?.Uid, y.Metadata?.Uid));
    }

    private static int First(params ReadOnlySpan<int> comparisons)
    {
        foreach (var comparison in comparisons)
        {
            if (comparison != 0)
            {
                return comparison;
            }
        }

        return 0;
    }

    private static int PhaseRank(Pod pod) => pod.Status?.Phase switch
    {
        PodPhase.Unknown => 1,
        PodPhase.Running => 2,
        _ => 0,
    };

    private static int Cost(Pod pod) =>
        int.TryParse(pod.Metadata?.Annotations?.GetValueOrDefault(DeletionCost), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var cost) ? cost : 0;

    private static DateTime? ReadySince(Pod pod) => pod.Condition(PodConditionType.Ready)?.LastTransitionTime;

    private static int Restarts(Pod pod) => pod.Status?.ContainerStatuses?.Max(status => (int?)status.RestartCount) ?? 0;

    private int Siblings(Pod pod) => pod.Node() is { } node ? _siblingsByNode.GetValueOrDefault(node) : 0;

    /// <summary>Younger first; an unknown time counts as youngest.</summary>
    private int CompareAge(DateTime? x, DateTime? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => Magnitude(_now - x.Value).CompareTo(Magnitude(_now - y.Value)),
    };

    private static int Magnitude(TimeSpan age) => age <= TimeSpan.Zero ? -1 : BitOperations.Log2((ulong)age.TotalNanoseconds);
}
