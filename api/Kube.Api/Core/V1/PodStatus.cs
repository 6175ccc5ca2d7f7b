namespace Kube.Api.Core.V1;

/// <summary>What is known of a pod: phase, conditions, addresses and the state of each container.</summary>
public sealed class PodStatus
{
    /// <summary>The metadata.generation this status was made for.</summary>
    [ProtoField(17)]
    public long? ObservedGeneration { get; set; }

    /// <summary>Where the pod is in its life: Pending, Running, Succeeded, Failed or Unknown.</summary>
    [ProtoField(1)]
    public string? Phase { get; set; }

    /// <summary>Finer facts, such as PodScheduled, Initialized, ContainersReady and Ready.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(2)]
    public List<PodCondition>? Conditions { get; set; }

    /// <summary>Why the pod is in this state, for people.</summary>
    [ProtoField(3)]
    public string? Message { get; set; }

    /// <summary>Why the pod is in this state, in one word, such as Evicted.</summary>
    [ProtoField(4)]
    public string? Reason { get; set; }

    /// <summary>Node on which room is being made for the pod.</summary>
    [ProtoField(11)]
    public string? NominatedNodeName { get; set; }

    /// <summary>Address of the pod's node.</summary>
    [ProtoField(5)]
    public string? HostIP { get; set; }

    /// <summary>Addresses of the pod's node, at most one per IP family.</summary>
    [PatchMerge("ip"), ProtoField(16)]
    public List<HostIP>? HostIPs { get; set; }

    /// <summary>Address of the pod; absent until it has one.</summary>
    [ProtoField(6)]
    public string? PodIP { get; set; }

    /// <summary>Addresses of the pod, at most one per IP family; the first equals podIP.</summary>
    [PatchMerge("ip"), ListMap("ip"), ProtoField(12)]
    public List<PodIP>? PodIPs { get; set; }

    /// <summary>When the kubelet took the pod on, before any image was pulled.</summary>
    [ProtoField(7, IsPointer = true)]
    public DateTime? StartTime { get; set; }

    /// <summary>State of each init container.</summary>
    [ProtoField(10)]
    public List<ContainerStatus>? InitContainerStatuses { get; set; }

    /// <summary>State of each container.</summary>
    [ProtoField(8)]
    public List<ContainerStatus>? ContainerStatuses { get; set; }

    /// <summary>Guaranteed, Burstable or BestEffort, from the requests and limits; decides who is pushed out first when a node runs short.</summary>
    [ProtoField(9)]
    public string? QosClass { get; set; }

    /// <summary>State of each debugging container.</summary>
    [ProtoField(13)]
    public List<ContainerStatus>? EphemeralContainerStatuses { get; set; }

    /// <summary>How far a change of resources has come.</summary>
    [ProtoField(14)]
    public string? Resize { get; set; }

    /// <summary>Claims made for the pod.</summary>
    [PatchMerge("name"), PatchRetainKeys, ListMap("name"), ProtoField(15)]
    public List<PodResourceClaimStatus>? ResourceClaimStatuses { get; set; }

    /// <summary>The claim that stands for the pod's extended resources.</summary>
    [ProtoField(18, IsPointer = true)]
    public PodExtendedResourceClaimStatus? ExtendedResourceClaimStatus { get; set; }

    /// <summary>Requests the node has set aside for the pod as a whole.</summary>
    [ProtoField(19)]
    public Dictionary<string, Quantity>? AllocatedResources { get; set; }

    /// <summary>Requests and limits in force for the pod as a whole.</summary>
    [ProtoField(20, IsPointer = true)]
    public ResourceRequirements? Resources { get; set; }

    /// <summary>Claims that take from the node's ordinary resources.</summary>
    [ProtoField(21)]
    public List<NodeAllocatableResourceClaimStatus>? NodeAllocatableResourceClaimStatuses { get; set; }
}
