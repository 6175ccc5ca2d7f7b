namespace Kube.Api.Core.V1;

public sealed class ImageVolumeStatus
{
    [Required]
    public string? ImageRef { get; set; }
}
