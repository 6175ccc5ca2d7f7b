namespace Kube.Api.Core.V1;

public sealed class PodReadinessGate
{
    [Required, ProtoField(1)]
    public string? ConditionType { get; set; }
}
