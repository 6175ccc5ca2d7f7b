namespace Kube.Api.Core.V1;

public sealed class AppArmorProfile
{
    [Required]
    public string? Type { get; set; }

    public string? LocalhostProfile { get; set; }
}
