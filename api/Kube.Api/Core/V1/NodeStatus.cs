namespace Kube.Api.Core.V1;

/// <summary>What a node has and how it is.</summary>
public sealed class NodeStatus
{
    /// <summary>All its resources.</summary>
    [ProtoField(1)]
    public Dictionary<string, Quantity>? Capacity { get; set; }

    /// <summary>What of them pods can have.</summary>
    [ProtoField(2)]
    public Dictionary<string, Quantity>? Allocatable { get; set; }

    /// <summary>No longer used.</summary>
    [ProtoField(3)]
    public string? Phase { get; set; }

    /// <summary>Facts such as Ready and MemoryPressure.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(4)]
    public List<NodeCondition>? Conditions { get; set; }

    /// <summary>Its addresses and names.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(5)]
    public List<NodeAddress>? Addresses { get; set; }

    /// <summary>Ports of its daemons.</summary>
    [ProtoField(6)]
    public NodeDaemonEndpoints? DaemonEndpoints { get; set; }

    /// <summary>Its versions and ids.</summary>
    [ProtoField(7)]
    public NodeSystemInfo? NodeInfo { get; set; }

    /// <summary>Images it has.</summary>
    [ProtoField(8)]
    public List<ContainerImage>? Images { get; set; }

    /// <summary>Volumes that are mounted.</summary>
    [ProtoField(9)]
    public List<string>? VolumesInUse { get; set; }

    /// <summary>Volumes that are attached.</summary>
    [ProtoField(10)]
    public List<AttachedVolume>? VolumesAttached { get; set; }

    /// <summary>No longer used.</summary>
    [ProtoField(11, IsPointer = true)]
    public NodeConfigStatus? Config { get; set; }

    /// <summary>Ways to run containers it has.</summary>
    [ProtoField(12)]
    public List<NodeRuntimeHandler>? RuntimeHandlers { get; set; }

    /// <summary>Optional abilities of its runtime.</summary>
    [ProtoField(13, IsPointer = true)]
    public NodeFeatures? Features { get; set; }

    /// <summary>Optional abilities of its kubelet.</summary>
    [ProtoField(14)]
    public List<string>? DeclaredFeatures { get; set; }
}
