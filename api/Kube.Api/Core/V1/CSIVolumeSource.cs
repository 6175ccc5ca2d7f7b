namespace Kube.Api.Core.V1;

public sealed class CSIVolumeSource
{
    [Required]
    public string? Driver { get; set; }

    public bool? ReadOnly { get; set; }

    public string? FsType { get; set; }

    public Dictionary<string, string>? VolumeAttributes { get; set; }

    public LocalObjectReference? NodePublishSecretRef { get; set; }
}
