using Kube.Scheduler.Decisions;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Queue;

/// <summary>Where a waiting pod stands.</summary>
internal enum QueuePlace
{
    /// <summary>May be tried now.</summary>
    Active,

    /// <summary>May be tried when its back-off is over.</summary>
    BackOff,

    /// <summary>Waits for a change of the cluster.</summary>
    Unschedulable,

    /// <summary>Waits for its scheduling gates to fall.</summary>
    Gated,

    /// <summary>Being decided or bound.</summary>
    InFlight,
}

/// <summary>A waiting pod with its history. Owned by <see cref="SchedulingQueue"/>.</summary>
internal sealed class QueuedPod(PodFacts pod, DateTimeOffset now)
{
    public PodFacts Pod { get; set; } = pod;

    /// <summary>When the pod came to its present place; the order within one priority.</summary>
    public DateTimeOffset Since { get; set; } = now;

    /// <summary>When the pod was first seen.</summary>
    public DateTimeOffset FirstSeen { get; } = now;

    public int Attempts { get; set; }

    public QueuePlace Place { get; set; }

    /// <summary>Tells the current entry of a heap from those left behind.</summary>
    public long Ticket { get; set; }

    /// <summary>The rules that rejected the pod last time; empty after an error, and then any event counts.</summary>
    public IReadOnlyCollection<IRejectingPlugin> Rejectors { get; set; } = [];

    /// <summary>The record of the last decision; null before the first one.</summary>
    public DecisionRecord? LastDecision { get; set; }

    /// <summary>What happened while the pod was being decided.</summary>
    public ClusterEvent Missed { get; set; }

    public bool WaitsFor(ClusterEvent events)
    {
        if (Rejectors.Count == 0)
        {
            return events != ClusterEvent.None;
        }

        foreach (var rejector in Rejectors)
        {
            if ((rejector.RetryOn & events) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
