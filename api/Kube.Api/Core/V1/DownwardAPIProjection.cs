namespace Kube.Api.Core.V1;

public sealed class DownwardAPIProjection
{
    public List<DownwardAPIVolumeFile>? Items { get; set; }
}
