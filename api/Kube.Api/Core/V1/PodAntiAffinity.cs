namespace Kube.Api.Core.V1;

/// <summary>Away from which pods a pod must or should run.</summary>
public sealed class PodAntiAffinity
{
    /// <summary>Rules none of which may be broken when the pod is placed.</summary>
    [ProtoField(1)]
    public List<PodAffinityTerm>? RequiredDuringSchedulingIgnoredDuringExecution { get; set; }

    /// <summary>Rules whose breach makes a node worse, with weights.</summary>
    [ProtoField(2)]
    public List<WeightedPodAffinityTerm>? PreferredDuringSchedulingIgnoredDuringExecution { get; set; }
}
