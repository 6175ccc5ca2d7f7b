namespace Kube.Api.Core.V1;

public sealed class PersistentVolumeClaimVolumeSource
{
    [Required]
    public string? ClaimName { get; set; }

    public bool? ReadOnly { get; set; }
}
