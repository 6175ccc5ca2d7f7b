using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

/// <summary>Which pods and how many.</summary>
public sealed class ReplicaSetSpec
{
    /// <summary>Pods wanted. Default 1.</summary>
    [ProtoField(1, IsPointer = true)]
    public int? Replicas { get; set; }

    /// <summary>Seconds a pod must have been ready to count as available. Default 0.</summary>
    [ProtoField(4)]
    public int? MinReadySeconds { get; set; }

    /// <summary>Labels of its pods; must match the template's. Fixed once set.</summary>
    [Required, ProtoField(2, IsPointer = true)]
    public LabelSelector? Selector { get; set; }

    /// <summary>What the pods look like. A change matters for new pods only.</summary>
    [ProtoField(3)]
    public PodTemplateSpec? Template { get; set; }
}
