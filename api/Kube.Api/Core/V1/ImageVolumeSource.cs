namespace Kube.Api.Core.V1;

public sealed class ImageVolumeSource
{
    [ProtoField(1)]
    public string? Reference { get; set; }

    [ProtoField(2)]
    public string? PullPolicy { get; set; }
}
