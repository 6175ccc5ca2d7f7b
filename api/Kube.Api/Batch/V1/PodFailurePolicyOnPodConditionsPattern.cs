namespace Kube.Api.Batch.V1;

/// <summary>A condition that a failed pod has.</summary>
public sealed class PodFailurePolicyOnPodConditionsPattern
{
    /// <summary>The type of the condition.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>Its status. Default True.</summary>
    [ProtoField(2)]
    public string? Status { get; set; }
}
