namespace Kube.Api.Core.V1;

/// <summary>Which nodes a pod must or should run on.</summary>
public sealed class NodeAffinity
{
    /// <summary>What a node must fulfil when the pod is placed; later changes do not matter.</summary>
    [ProtoField(1, IsPointer = true)]
    public NodeSelector? RequiredDuringSchedulingIgnoredDuringExecution { get; set; }

    /// <summary>What makes a node better, with weights.</summary>
    [ProtoField(2)]
    public List<PreferredSchedulingTerm>? PreferredDuringSchedulingIgnoredDuringExecution { get; set; }
}
