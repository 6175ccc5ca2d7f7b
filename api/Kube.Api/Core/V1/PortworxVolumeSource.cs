namespace Kube.Api.Core.V1;

public sealed class PortworxVolumeSource
{
    [Required]
    public string? VolumeID { get; set; }

    public string? FsType { get; set; }

    public bool? ReadOnly { get; set; }
}
