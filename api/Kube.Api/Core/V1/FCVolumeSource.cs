namespace Kube.Api.Core.V1;

public sealed class FCVolumeSource
{
    [ProtoField(1)]
    public List<string>? TargetWWNs { get; set; }

    [ProtoField(2, IsPointer = true)]
    public int? Lun { get; set; }

    [ProtoField(3)]
    public string? FsType { get; set; }

    [ProtoField(4)]
    public bool? ReadOnly { get; set; }

    [ProtoField(5)]
    public List<string>? Wwids { get; set; }
}
