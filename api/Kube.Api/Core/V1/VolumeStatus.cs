namespace Kube.Api.Core.V1;

/// <summary>What is known of a mounted volume.</summary>
public sealed class VolumeStatus
{
    /// <summary>For image volumes.</summary>
    [ProtoField(1, IsPointer = true)]
    public ImageVolumeStatus? Image { get; set; }
}
