namespace Kube.Api.Core.V1;

/// <summary>A claim in the pod's namespace.</summary>
public sealed class PersistentVolumeClaimVolumeSource
{
    /// <summary>Name of the claim.</summary>
    [Required, ProtoField(1)]
    public string? ClaimName { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(2)]
    public bool? ReadOnly { get; set; }
}
