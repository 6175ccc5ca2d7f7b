namespace Kube.Api.Core.V1;

public sealed class PortworxVolumeSource
{
    [Required, ProtoField(1)]
    public string? VolumeID { get; set; }

    [ProtoField(2)]
    public string? FsType { get; set; }

    [ProtoField(3)]
    public bool? ReadOnly { get; set; }
}
