namespace Kube.Api.Core.V1;

/// <summary>A device claim of the pod that a container uses.</summary>
public sealed class ResourceClaim
{
    /// <summary>Name of the entry in the pod's resourceClaims.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>One request of the claim; all when absent.</summary>
    [ProtoField(2)]
    public string? Request { get; set; }
}
