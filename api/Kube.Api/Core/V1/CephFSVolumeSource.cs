namespace Kube.Api.Core.V1;

public sealed class CephFSVolumeSource
{
    [Required]
    public List<string>? Monitors { get; set; }

    public string? Path { get; set; }

    public string? User { get; set; }

    public string? SecretFile { get; set; }

    public LocalObjectReference? SecretRef { get; set; }

    public bool? ReadOnly { get; set; }
}
