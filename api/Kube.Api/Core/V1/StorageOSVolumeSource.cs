namespace Kube.Api.Core.V1;

public sealed class StorageOSVolumeSource
{
    public string? VolumeName { get; set; }

    public string? VolumeNamespace { get; set; }

    public string? FsType { get; set; }

    public bool? ReadOnly { get; set; }

    public LocalObjectReference? SecretRef { get; set; }
}
