namespace Kube.Api.Core.V1;

/// <summary>Rules that draw a pod to nodes or other pods, or keep it away.</summary>
public sealed class Affinity
{
    /// <summary>Which nodes, by their labels.</summary>
    [ProtoField(1, IsPointer = true)]
    public NodeAffinity? NodeAffinity { get; set; }

    /// <summary>Near which pods.</summary>
    [ProtoField(2, IsPointer = true)]
    public PodAffinity? PodAffinity { get; set; }

    /// <summary>Away from which pods.</summary>
    [ProtoField(3, IsPointer = true)]
    public PodAntiAffinity? PodAntiAffinity { get; set; }
}
