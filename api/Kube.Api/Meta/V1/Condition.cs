namespace Kube.Api.Meta.V1;

public sealed class Condition
{
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    [Required, ProtoField(2)]
    public string? Status { get; set; }

    [ProtoField(3)]
    public long? ObservedGeneration { get; set; }

    [Required, ProtoField(4)]
    public DateTime? LastTransitionTime { get; set; }

    [Required, ProtoField(5)]
    public string? Reason { get; set; }

    [Required, ProtoField(6)]
    public string? Message { get; set; }
}
