namespace Kube.Api.Core.V1;

public sealed class FlockerVolumeSource
{
    [ProtoField(1)]
    public string? DatasetName { get; set; }

    [ProtoField(2)]
    public string? DatasetUUID { get; set; }
}
