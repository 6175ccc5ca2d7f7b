namespace Kube.Api.Core.V1;

/// <summary>Near which pods a pod must or should run.</summary>
public sealed class PodAffinity
{
    /// <summary>Rules that must all hold when the pod is placed.</summary>
    [ProtoField(1)]
    public List<PodAffinityTerm>? RequiredDuringSchedulingIgnoredDuringExecution { get; set; }

    /// <summary>Rules that make a node better, with weights.</summary>
    [ProtoField(2)]
    public List<WeightedPodAffinityTerm>? PreferredDuringSchedulingIgnoredDuringExecution { get; set; }
}
