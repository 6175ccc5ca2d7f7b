namespace Kube.Api.Core.V1;

public sealed class Affinity
{
    [ProtoField(1, IsPointer = true)]
    public NodeAffinity? NodeAffinity { get; set; }

    [ProtoField(2, IsPointer = true)]
    public PodAffinity? PodAffinity { get; set; }

    [ProtoField(3, IsPointer = true)]
    public PodAntiAffinity? PodAntiAffinity { get; set; }
}
