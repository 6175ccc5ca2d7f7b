namespace Kube.Api.Core.V1;

/// <summary>A Flocker data set.</summary>
public sealed class FlockerVolumeSource
{
    /// <summary>Name of the data set.</summary>
    [ProtoField(1)]
    public string? DatasetName { get; set; }

    /// <summary>Id of the data set.</summary>
    [ProtoField(2)]
    public string? DatasetUUID { get; set; }
}
