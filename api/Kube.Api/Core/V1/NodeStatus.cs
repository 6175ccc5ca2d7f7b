namespace Kube.Api.Core.V1;

public sealed class NodeStatus
{
    [ProtoField(1)]
    public Dictionary<string, Quantity>? Capacity { get; set; }

    [ProtoField(2)]
    public Dictionary<string, Quantity>? Allocatable { get; set; }

    [ProtoField(3)]
    public string? Phase { get; set; }

    [PatchMerge("type"), ListMap("type"), ProtoField(4)]
    public List<NodeCondition>? Conditions { get; set; }

    [PatchMerge("type"), ListMap("type"), ProtoField(5)]
    public List<NodeAddress>? Addresses { get; set; }

    [ProtoField(6)]
    public NodeDaemonEndpoints? DaemonEndpoints { get; set; }

    [ProtoField(7)]
    public NodeSystemInfo? NodeInfo { get; set; }

    [ProtoField(8)]
    public List<ContainerImage>? Images { get; set; }

    [ProtoField(9)]
    public List<string>? VolumesInUse { get; set; }

    [ProtoField(10)]
    public List<AttachedVolume>? VolumesAttached { get; set; }

    [ProtoField(11, IsPointer = true)]
    public NodeConfigStatus? Config { get; set; }

    [ProtoField(12)]
    public List<NodeRuntimeHandler>? RuntimeHandlers { get; set; }

    [ProtoField(13, IsPointer = true)]
    public NodeFeatures? Features { get; set; }

    [ProtoField(14)]
    public List<string>? DeclaredFeatures { get; set; }
}
