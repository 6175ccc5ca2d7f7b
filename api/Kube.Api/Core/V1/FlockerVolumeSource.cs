namespace Kube.Api.Core.V1;

public sealed class FlockerVolumeSource
{
    public string? DatasetName { get; set; }

    public string? DatasetUUID { get; set; }
}
