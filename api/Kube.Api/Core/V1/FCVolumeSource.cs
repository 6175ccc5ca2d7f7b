namespace Kube.Api.Core.V1;

public sealed class FCVolumeSource
{
    public List<string>? TargetWWNs { get; set; }

    public int? Lun { get; set; }

    public string? FsType { get; set; }

    public bool? ReadOnly { get; set; }

    public List<string>? Wwids { get; set; }
}
