namespace Kube.Api.Core.V1;

public sealed class PodStatus
{
    public long? ObservedGeneration { get; set; }

    public string? Phase { get; set; }

    [PatchMerge("type"), ListMap("type")]
    public List<PodCondition>? Conditions { get; set; }

    public string? Message { get; set; }

    public string? Reason { get; set; }

    public string? NominatedNodeName { get; set; }

    public string? HostIP { get; set; }

    [PatchMerge("ip")]
    public List<HostIP>? HostIPs { get; set; }

    public string? PodIP { get; set; }

    [PatchMerge("ip"), ListMap("ip")]
    public List<PodIP>? PodIPs { get; set; }

    public DateTime? StartTime { get; set; }

    public List<ContainerStatus>? InitContainerStatuses { get; set; }

    public List<ContainerStatus>? ContainerStatuses { get; set; }

    public string? QosClass { get; set; }

    public List<ContainerStatus>? EphemeralContainerStatuses { get; set; }

    public string? Resize { get; set; }

    [PatchMerge("name"), PatchRetainKeys, ListMap("name")]
    public List<PodResourceClaimStatus>? ResourceClaimStatuses { get; set; }

    public PodExtendedResourceClaimStatus? ExtendedResourceClaimStatus { get; set; }

    public Dictionary<string, Quantity>? AllocatedResources { get; set; }

    public ResourceRequirements? Resources { get; set; }

    public List<NodeAllocatableResourceClaimStatus>? NodeAllocatableResourceClaimStatuses { get; set; }
}
