namespace Kube.Api.Core.V1;

public sealed class HostPathVolumeSource
{
    [Required]
    public string? Path { get; set; }

    public string? Type { get; set; }
}
