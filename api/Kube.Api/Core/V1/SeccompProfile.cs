namespace Kube.Api.Core.V1;

public sealed class SeccompProfile
{
    [Required]
    public string? Type { get; set; }

    public string? LocalhostProfile { get; set; }
}
