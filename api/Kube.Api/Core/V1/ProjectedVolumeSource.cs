namespace Kube.Api.Core.V1;

public sealed class ProjectedVolumeSource
{
    public List<VolumeProjection>? Sources { get; set; }

    public int? DefaultMode { get; set; }
}
