using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

/// <summary>The pods and claims wanted.</summary>
public sealed class StatefulSetSpec
{
    /// <summary>Pods wanted. Default 1.</summary>
    [ProtoField(1, IsPointer = true)]
    public int? Replicas { get; set; }

    /// <summary>Labels by which the StatefulSet knows its pods; must match the template and can never change.</summary>
    [Required, ProtoField(2, IsPointer = true)]
    public LabelSelector? Selector { get; set; }

    /// <summary>What to make pods from; each is named after the set, with its ordinal.</summary>
    [Required, ProtoField(3)]
    public PodTemplateSpec? Template { get; set; }

    /// <summary>Claims that every pod gets for itself. A pod mounts one by the template's name; that name takes precedence over volumes of the pod template.</summary>
    [ProtoField(4)]
    public List<PersistentVolumeClaim>? VolumeClaimTemplates { get; set; }

    /// <summary>The headless Service that gives the pods their DNS names; whoever makes the set makes the Service.</summary>
    [ProtoField(5)]
    public string? ServiceName { get; set; }

    /// <summary>OrderedReady or Parallel. Default OrderedReady.</summary>
    [ProtoField(6)]
    public string? PodManagementPolicy { get; set; }

    /// <summary>How pods are replaced when the template changes.</summary>
    [ProtoField(7)]
    public StatefulSetUpdateStrategy? UpdateStrategy { get; set; }

    /// <summary>How many old revisions are kept to roll back to. Default 10.</summary>
    [ProtoField(8, IsPointer = true)]
    public int? RevisionHistoryLimit { get; set; }

    /// <summary>How long a new pod must have been ready, without a container failing, before it counts as available. Default 0.</summary>
    [ProtoField(9)]
    public int? MinReadySeconds { get; set; }

    /// <summary>What becomes of claims made from the templates. By default they stay.</summary>
    [ProtoField(10, IsPointer = true)]
    public StatefulSetPersistentVolumeClaimRetentionPolicy? PersistentVolumeClaimRetentionPolicy { get; set; }

    /// <summary>How the numbers in pod names run; from 0 unless this says more.</summary>
    [ProtoField(11, IsPointer = true)]
    public StatefulSetOrdinals? Ordinals { get; set; }
}
