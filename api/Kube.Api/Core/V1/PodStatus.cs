namespace Kube.Api.Core.V1;

public sealed class PodStatus
{
    [ProtoField(17)]
    public long? ObservedGeneration { get; set; }

    [ProtoField(1)]
    public string? Phase { get; set; }

    [PatchMerge("type"), ListMap("type"), ProtoField(2)]
    public List<PodCondition>? Conditions { get; set; }

    [ProtoField(3)]
    public string? Message { get; set; }

    [ProtoField(4)]
    public string? Reason { get; set; }

    [ProtoField(11)]
    public string? NominatedNodeName { get; set; }

    [ProtoField(5)]
    public string? HostIP { get; set; }

    [PatchMerge("ip"), ProtoField(16)]
    public List<HostIP>? HostIPs { get; set; }

    [ProtoField(6)]
    public string? PodIP { get; set; }

    [PatchMerge("ip"), ListMap("ip"), ProtoField(12)]
    public List<PodIP>? PodIPs { get; set; }

    [ProtoField(7, IsPointer = true)]
    public DateTime? StartTime { get; set; }

    [ProtoField(10)]
    public List<ContainerStatus>? InitContainerStatuses { get; set; }

    [ProtoField(8)]
    public List<ContainerStatus>? ContainerStatuses { get; set; }

    [ProtoField(9)]
    public string? QosClass { get; set; }

    [ProtoField(13)]
    public List<ContainerStatus>? EphemeralContainerStatuses { get; set; }

    [ProtoField(14)]
    public string? Resize { get; set; }

    [PatchMerge("name"), PatchRetainKeys, ListMap("name"), ProtoField(15)]
    public List<PodResourceClaimStatus>? ResourceClaimStatuses { get; set; }

    [ProtoField(18, IsPointer = true)]
    public PodExtendedResourceClaimStatus? ExtendedResourceClaimStatus { get; set; }

    [ProtoField(19)]
    public Dictionary<string, Quantity>? AllocatedResources { get; set; }

    [ProtoField(20, IsPointer = true)]
    public ResourceRequirements? Resources { get; set; }

    [ProtoField(21)]
    public List<NodeAllocatableResourceClaimStatus>? NodeAllocatableResourceClaimStatuses { get; set; }
}
