namespace Kube.Api.Core.V1;

public sealed class PodCondition
{
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    [ProtoField(7)]
    public long? ObservedGeneration { get; set; }

    [Required, ProtoField(2)]
    public string? Status { get; set; }

    [ProtoField(3)]
    public DateTime? LastProbeTime { get; set; }

    [ProtoField(4)]
    public DateTime? LastTransitionTime { get; set; }

    [ProtoField(5)]
    public string? Reason { get; set; }

    [ProtoField(6)]
    public string? Message { get; set; }
}
