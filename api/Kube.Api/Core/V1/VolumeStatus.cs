namespace Kube.Api.Core.V1;

public sealed class VolumeStatus
{
    [ProtoField(1, IsPointer = true)]
    public ImageVolumeStatus? Image { get; set; }
}
