namespace Kube.Api.Core.V1;

public sealed class VolumeMountStatus
{
    [Required]
    public string? Name { get; set; }

    [Required]
    public string? MountPath { get; set; }

    public bool? ReadOnly { get; set; }

    public string? RecursiveReadOnly { get; set; }

    public VolumeStatus? VolumeStatus { get; set; }
}
