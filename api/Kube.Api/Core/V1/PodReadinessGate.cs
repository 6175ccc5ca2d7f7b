namespace Kube.Api.Core.V1;

/// <summary>A condition a pod waits for before it is ready.</summary>
public sealed class PodReadinessGate
{
    /// <summary>Type of the condition in the pod's status.</summary>
    [Required, ProtoField(1)]
    public string? ConditionType { get; set; }
}
