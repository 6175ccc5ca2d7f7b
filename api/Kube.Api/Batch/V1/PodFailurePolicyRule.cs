namespace Kube.Api.Batch.V1;

/// <summary>One rule: which pods it fits, by exit codes or by conditions, and what follows.</summary>
public sealed class PodFailurePolicyRule
{
    /// <summary>FailJob, FailIndex, Ignore or Count.</summary>
    [Required, ProtoField(1)]
    public string? Action { get; set; }

    /// <summary>Fits by exit codes.</summary>
    [ProtoField(2, IsPointer = true)]
    public PodFailurePolicyOnExitCodesRequirement? OnExitCodes { get; set; }

    /// <summary>Fits when the pod has any of these conditions; at most 20.</summary>
    [ProtoField(3)]
    public List<PodFailurePolicyOnPodConditionsPattern>? OnPodConditions { get; set; }
}
