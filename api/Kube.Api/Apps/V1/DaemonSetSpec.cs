using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

/// <summary>The pods wanted on each node.</summary>
public sealed class DaemonSetSpec
{
    /// <summary>Labels by which the DaemonSet knows its pods; must match the template and can never change.</summary>
    [Required, ProtoField(1, IsPointer = true)]
    public LabelSelector? Selector { get; set; }

    /// <summary>What to make pods from. Its node selector, affinity and tolerations decide which nodes get one; the restart policy is always Always.</summary>
    [Required, ProtoField(2)]
    public PodTemplateSpec? Template { get; set; }

    /// <summary>How pods are replaced when the template changes.</summary>
    [ProtoField(3)]
    public DaemonSetUpdateStrategy? UpdateStrategy { get; set; }

    /// <summary>How long a new pod must have been ready, without a container failing, before it counts as available. Default 0.</summary>
    [ProtoField(4)]
    public int? MinReadySeconds { get; set; }

    /// <summary>How many old revisions are kept to roll back to. Default 10.</summary>
    [ProtoField(6, IsPointer = true)]
    public int? RevisionHistoryLimit { get; set; }
}
