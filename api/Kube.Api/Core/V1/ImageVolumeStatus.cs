namespace Kube.Api.Core.V1;

public sealed class ImageVolumeStatus
{
    [Required, ProtoField(1)]
    public string? ImageRef { get; set; }
}
