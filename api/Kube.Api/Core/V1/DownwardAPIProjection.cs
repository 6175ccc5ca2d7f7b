namespace Kube.Api.Core.V1;

public sealed class DownwardAPIProjection
{
    [ProtoField(1)]
    public List<DownwardAPIVolumeFile>? Items { get; set; }
}
