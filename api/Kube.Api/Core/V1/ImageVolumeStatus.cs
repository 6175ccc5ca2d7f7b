namespace Kube.Api.Core.V1;

/// <summary>What is known of a mounted image.</summary>
public sealed class ImageVolumeStatus
{
    /// <summary>Digest of the image.</summary>
    [Required, ProtoField(1)]
    public string? ImageRef { get; set; }
}
