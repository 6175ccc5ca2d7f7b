namespace Kube.Scheduler.Queue;

/// <summary>Changes of the cluster that can make a rejected pod schedulable; rules name the ones that matter to them.</summary>
[Flags]
internal enum ClusterEvent
{
    None = 0,

    /// <summary>A node appeared.</summary>
    NodeAdded = 1 << 0,

    /// <summary>What a node has to give changed.</summary>
    NodeAllocatable = 1 << 1,

    /// <summary>A node's labels changed.</summary>
    NodeLabels = 1 << 2,

    /// <summary>A node's taints changed, or it was cordoned or uncordoned.</summary>
    NodeTaints = 1 << 3,

    /// <summary>A node went away; fewer topology domains have to be balanced.</summary>
    NodeDeleted = 1 << 4,

    /// <summary>A pod got a node, here or elsewhere.</summary>
    AssignedPodAdded = 1 << 5,

    /// <summary>The labels of a pod that has a node changed.</summary>
    AssignedPodLabels = 1 << 6,

    /// <summary>A pod that has a node asks for less than before.</summary>
    AssignedPodScaledDown = 1 << 7,

    /// <summary>A pod that had a node is gone or finished.</summary>
    AssignedPodDeleted = 1 << 8,

    /// <summary>The waiting pod itself: its labels changed.</summary>
    PodLabels = 1 << 9,

    /// <summary>The waiting pod itself: its tolerations changed.</summary>
    PodTolerations = 1 << 10,

    /// <summary>The waiting pod itself: it asks for less than before.</summary>
    PodScaledDown = 1 << 11,

    /// <summary>The waiting pod itself: its last scheduling gate fell, or its node selection was narrowed while gated.</summary>
    PodSpec = 1 << 12,

    /// <summary>The labels of a namespace changed, or one appeared.</summary>
    NamespaceLabels = 1 << 13,

    /// <summary>Any change of a node.</summary>
    AnyNode = NodeAdded | NodeAllocatable | NodeLabels | NodeTaints,
}
