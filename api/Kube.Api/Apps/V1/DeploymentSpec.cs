using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

/// <summary>Which pods, how many, and how to replace them.</summary>
public sealed class DeploymentSpec
{
    /// <summary>Pods wanted. Default 1.</summary>
    [ProtoField(1, IsPointer = true)]
    public int? Replicas { get; set; }

    /// <summary>Labels of its pods; must match the template's. Fixed once set.</summary>
    [Required, ProtoField(2, IsPointer = true)]
    public LabelSelector? Selector { get; set; }

    /// <summary>What the pods look like. A change starts a roll-out.</summary>
    [Required, ProtoField(3)]
    public PodTemplateSpec? Template { get; set; }

    /// <summary>How old pods give way to new ones.</summary>
    [PatchRetainKeys, ProtoField(4)]
    public DeploymentStrategy? Strategy { get; set; }

    /// <summary>Seconds a pod must have been ready to count as available. Default 0.</summary>
    [ProtoField(5)]
    public int? MinReadySeconds { get; set; }

    /// <summary>Old ReplicaSets to keep for rolling back. Default 10.</summary>
    [ProtoField(6, IsPointer = true)]
    public int? RevisionHistoryLimit { get; set; }

    /// <summary>True to let changes of the template wait. Default false.</summary>
    [ProtoField(7)]
    public bool? Paused { get; set; }

    /// <summary>Seconds without progress after which a roll-out is reported as failed. Default 600. It goes on all the same.</summary>
    [ProtoField(9, IsPointer = true)]
    public int? ProgressDeadlineSeconds { get; set; }
}
