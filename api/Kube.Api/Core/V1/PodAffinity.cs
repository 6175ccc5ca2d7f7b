namespace Kube.Api.Core.V1;

public sealed class PodAffinity
{
    [ProtoField(1)]
    public List<PodAffinityTerm>? RequiredDuringSchedulingIgnoredDuringExecution { get; set; }

    [ProtoField(2)]
    public List<WeightedPodAffinityTerm>? PreferredDuringSchedulingIgnoredDuringExecution { get; set; }
}
