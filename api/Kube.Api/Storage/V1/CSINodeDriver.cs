namespace Kube.Api.Storage.V1;

/// <summary>A CSI driver on a node.</summary>
public sealed class CSINodeDriver
{
    /// <summary>Name of the driver.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>What the driver calls the node.</summary>
    [Required, ProtoField(2)]
    public string? NodeID { get; set; }

    /// <summary>Node labels by which the driver tells places apart.</summary>
    [ProtoField(3)]
    public List<string>? TopologyKeys { get; set; }

    /// <summary>How much the driver can do on this node.</summary>
    [ProtoField(4, IsPointer = true)]
    public VolumeNodeResources? Allocatable { get; set; }
}
