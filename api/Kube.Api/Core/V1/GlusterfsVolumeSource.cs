namespace Kube.Api.Core.V1;

public sealed class GlusterfsVolumeSource
{
    [Required]
    public string? Endpoints { get; set; }

    [Required]
    public string? Path { get; set; }

    public bool? ReadOnly { get; set; }
}
