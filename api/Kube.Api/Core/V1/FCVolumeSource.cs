namespace Kube.Api.Core.V1;

/// <summary>A Fibre Channel disk.</summary>
public sealed class FCVolumeSource
{
    /// <summary>World-wide names of the targets.</summary>
    [ProtoField(1)]
    public List<string>? TargetWWNs { get; set; }

    /// <summary>Unit number.</summary>
    [ProtoField(2, IsPointer = true)]
    public int? Lun { get; set; }

    /// <summary>File system to mount, such as ext4; ext4 when not given.</summary>
    [ProtoField(3)]
    public string? FsType { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(4)]
    public bool? ReadOnly { get; set; }

    /// <summary>World-wide ids, instead of targets and unit.</summary>
    [ProtoField(5)]
    public List<string>? Wwids { get; set; }
}
