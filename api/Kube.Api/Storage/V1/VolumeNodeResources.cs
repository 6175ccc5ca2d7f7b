namespace Kube.Api.Storage.V1;

/// <summary>How many volumes a node can take.</summary>
public sealed class VolumeNodeResources
{
    /// <summary>Number of volumes of the driver; no limit when absent.</summary>
    [ProtoField(1, IsPointer = true)]
    public int? Count { get; set; }
}
