namespace Kube.Api.Core.V1;

public sealed class DownwardAPIVolumeSource
{
    public List<DownwardAPIVolumeFile>? Items { get; set; }

    public int? DefaultMode { get; set; }
}
