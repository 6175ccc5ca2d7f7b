namespace Kube.Api.Core.V1;

public sealed class DownwardAPIVolumeSource
{
    [ProtoField(1)]
    public List<DownwardAPIVolumeFile>? Items { get; set; }

    [ProtoField(2, IsPointer = true)]
    public int? DefaultMode { get; set; }
}
