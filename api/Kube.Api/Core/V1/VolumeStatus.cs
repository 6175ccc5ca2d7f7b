namespace Kube.Api.Core.V1;

public sealed class VolumeStatus
{
    public ImageVolumeStatus? Image { get; set; }
}
