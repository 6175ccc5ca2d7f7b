namespace Kube.Api.Core.V1;

/// <summary>Which pods and how many.</summary>
public sealed class ReplicationControllerSpec
{
    /// <summary>Pods wanted. Default 1.</summary>
    [ProtoField(1, IsPointer = true)]
    public int? Replicas { get; set; }

    /// <summary>Seconds a pod must have been ready to count as available. Default 0.</summary>
    [ProtoField(4)]
    public int? MinReadySeconds { get; set; }

    /// <summary>Labels of its pods; the template must have them. Default: the labels of the template.</summary>
    [MapAtomic, ProtoField(2)]
    public Dictionary<string, string>? Selector { get; set; }

    /// <summary>What the pods look like. A change matters for new pods only.</summary>
    [ProtoField(3, IsPointer = true)]
    public PodTemplateSpec? Template { get; set; }
}
