namespace Kube.Api.Core.V1;

public sealed class ProjectedVolumeSource
{
    [ProtoField(1)]
    public List<VolumeProjection>? Sources { get; set; }

    [ProtoField(2, IsPointer = true)]
    public int? DefaultMode { get; set; }
}
