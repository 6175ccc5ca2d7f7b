namespace Kube.Api.Core.V1;

public sealed class ImageVolumeSource
{
    public string? Reference { get; set; }

    public string? PullPolicy { get; set; }
}
