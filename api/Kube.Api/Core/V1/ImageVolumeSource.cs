namespace Kube.Api.Core.V1;

/// <summary>The files of an image, read-only.</summary>
public sealed class ImageVolumeSource
{
    /// <summary>The image.</summary>
    [ProtoField(1)]
    public string? Reference { get; set; }

    /// <summary>Always, IfNotPresent or Never; as for containers when absent.</summary>
    [ProtoField(2)]
    public string? PullPolicy { get; set; }
}
