namespace Kube.Api.Apps.V1;

public sealed class DeploymentCondition
{
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    [Required, ProtoField(2)]
    public string? Status { get; set; }

    [ProtoField(6)]
    public DateTime? LastUpdateTime { get; set; }

    [ProtoField(7)]
    public DateTime? LastTransitionTime { get; set; }

    [ProtoField(4)]
    public string? Reason { get; set; }

    [ProtoField(5)]
    public string? Message { get; set; }
}
