namespace Kube.Api.Batch.V1;

/// <summary>When an indexed Job has succeeded.</summary>
public sealed class SuccessPolicy
{
    /// <summary>At most 20; it is enough that one is met. Pods that still run are then stopped.</summary>
    [Required, ProtoField(1)]
    public List<SuccessPolicyRule>? Rules { get; set; }
}
