namespace Kube.Api.Core.V1;

public sealed class QuobyteVolumeSource
{
    [Required]
    public string? Registry { get; set; }

    [Required]
    public string? Volume { get; set; }

    public bool? ReadOnly { get; set; }

    public string? User { get; set; }

    public string? Group { get; set; }

    public string? Tenant { get; set; }
}
