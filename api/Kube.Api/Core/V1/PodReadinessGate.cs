namespace Kube.Api.Core.V1;

public sealed class PodReadinessGate
{
    [Required]
    public string? ConditionType { get; set; }
}
