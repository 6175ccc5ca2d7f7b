namespace Kube.Api.Core.V1;

/// <summary>What a pod shall run, and where and how it may run.</summary>
public sealed class PodSpec
{
    /// <summary>Storage that the containers can mount, each entry with a name of its own.</summary>
    [PatchMerge("name"), PatchRetainKeys, ListMap("name"), ProtoField(1)]
    public List<Volume>? Volumes { get; set; }

    /// <summary>Containers that run one after the other, each to a successful end, before the others start. One with restartPolicy Always keeps running beside them instead (a sidecar).</summary>
    [PatchMerge("name"), ListMap("name"), ProtoField(20)]
    public List<Container>? InitContainers { get; set; }

    /// <summary>The containers of the pod; at least one. The list is fixed once the pod exists.</summary>
    [Required, PatchMerge("name"), ListMap("name"), ProtoField(2)]
    public List<Container>? Containers { get; set; }

    /// <summary>Containers put into the running pod for debugging. Never part of a new pod.</summary>
    [PatchMerge("name"), ListMap("name"), ProtoField(34)]
    public List<EphemeralContainer>? EphemeralContainers { get; set; }

    /// <summary>What happens when a container ends: Always (default), OnFailure or Never.</summary>
    [ProtoField(3)]
    public string? RestartPolicy { get; set; }

    /// <summary>Seconds between asking the containers to stop and killing them. Default 30; 0 kills at once.</summary>
    [ProtoField(4, IsPointer = true)]
    public long? TerminationGracePeriodSeconds { get; set; }

    /// <summary>Seconds after its start at which the pod is stopped and counted as failed. No limit when absent.</summary>
    [ProtoField(5, IsPointer = true)]
    public long? ActiveDeadlineSeconds { get; set; }

    /// <summary>Where host names are looked up: ClusterFirst (default), ClusterFirstWithHostNet, Default (as the node does) or None (only what dnsConfig says).</summary>
    [ProtoField(6)]
    public string? DnsPolicy { get; set; }

    /// <summary>Labels that a node must have for the pod to be placed on it.</summary>
    [MapAtomic, ProtoField(7)]
    public Dictionary<string, string>? NodeSelector { get; set; }

    /// <summary>ServiceAccount whose rights the pod's processes have; default when not given.</summary>
    [ProtoField(8)]
    public string? ServiceAccountName { get; set; }

    /// <summary>Older name of serviceAccountName; always the same value.</summary>
    [ProtoField(9)]
    public string? ServiceAccount { get; set; }

    /// <summary>Whether a token of the service account is mounted into the containers; as the service account says when absent.</summary>
    [ProtoField(21, IsPointer = true)]
    public bool? AutomountServiceAccountToken { get; set; }

    /// <summary>Node the pod runs on. Set by the scheduler; a pod created with it skips scheduling.</summary>
    [ProtoField(10)]
    public string? NodeName { get; set; }

    /// <summary>True to use the node's own network instead of an address of its own. Default false.</summary>
    [ProtoField(11)]
    public bool? HostNetwork { get; set; }

    /// <summary>True to see the node's processes. Default false.</summary>
    [ProtoField(12)]
    public bool? HostPID { get; set; }

    /// <summary>True to share the node's inter-process communication. Default false.</summary>
    [ProtoField(13)]
    public bool? HostIPC { get; set; }

    /// <summary>True to let the containers see each other's processes. Default false.</summary>
    [ProtoField(27, IsPointer = true)]
    public bool? ShareProcessNamespace { get; set; }

    /// <summary>Users, groups and kernel settings for all containers; a container's own settings win.</summary>
    [ProtoField(14, IsPointer = true)]
    public PodSecurityContext? SecurityContext { get; set; }

    /// <summary>Secrets with the passwords of the registries the images come from.</summary>
    [PatchMerge("name"), ListMap("name"), ProtoField(15)]
    public List<LocalObjectReference>? ImagePullSecrets { get; set; }

    /// <summary>Host name inside the pod; the pod's name when not given.</summary>
    [ProtoField(16)]
    public string? Hostname { get; set; }

    /// <summary>Name of a headless Service under which the pod gets a DNS name: hostname.subdomain.namespace.svc and the cluster's domain.</summary>
    [ProtoField(17)]
    public string? Subdomain { get; set; }

    /// <summary>Rules that draw the pod to nodes and other pods or keep it away from them.</summary>
    [ProtoField(18, IsPointer = true)]
    public Affinity? Affinity { get; set; }

    /// <summary>Scheduler that shall place the pod. Default default-scheduler.</summary>
    [ProtoField(19)]
    public string? SchedulerName { get; set; }

    /// <summary>Taints of nodes that do not keep this pod away.</summary>
    [ProtoField(22)]
    public List<Toleration>? Tolerations { get; set; }

    /// <summary>Extra lines for the containers' /etc/hosts.</summary>
    [PatchMerge("ip"), ListMap("ip"), ProtoField(23)]
    public List<HostAlias>? HostAliases { get; set; }

    /// <summary>PriorityClass that decides who goes first when room is short.</summary>
    [ProtoField(24)]
    public string? PriorityClassName { get; set; }

    /// <summary>Priority as a number, taken from the class. Higher goes first.</summary>
    [ProtoField(25, IsPointer = true)]
    public int? Priority { get; set; }

    /// <summary>Name servers, search domains and options on top of what dnsPolicy gives.</summary>
    [ProtoField(26, IsPointer = true)]
    public PodDNSConfig? DnsConfig { get; set; }

    /// <summary>Conditions that must be true, beside ready containers, for the pod to be ready.</summary>
    [ProtoField(28)]
    public List<PodReadinessGate>? ReadinessGates { get; set; }

    /// <summary>RuntimeClass that chooses how containers are run; the node's usual way when absent.</summary>
    [ProtoField(29, IsPointer = true)]
    public string? RuntimeClassName { get; set; }

    /// <summary>Whether containers get environment variables for each Service of the namespace. Default true.</summary>
    [ProtoField(30, IsPointer = true)]
    public bool? EnableServiceLinks { get; set; }

    /// <summary>PreemptLowerPriority (default) lets the scheduler push out less important pods; Never makes this one wait.</summary>
    [ProtoField(31, IsPointer = true)]
    public string? PreemptionPolicy { get; set; }

    /// <summary>Resources that running the pod takes beside what its containers ask for.</summary>
    [ProtoField(32)]
    public Dictionary<string, Quantity>? Overhead { get; set; }

    /// <summary>How pods of a group shall be spread over zones, nodes and the like.</summary>
    [PatchMerge("topologyKey"), ListMap("topologyKey", "whenUnsatisfiable"), ProtoField(33)]
    public List<TopologySpreadConstraint>? TopologySpreadConstraints { get; set; }

    /// <summary>True to make the full DNS name the host name inside the pod. Default false.</summary>
    [ProtoField(35, IsPointer = true)]
    public bool? SetHostnameAsFQDN { get; set; }

    /// <summary>Operating system the containers need.</summary>
    [ProtoField(36, IsPointer = true)]
    public PodOS? Os { get; set; }

    /// <summary>False to give the pod user ids of its own, apart from the node's. Default true.</summary>
    [ProtoField(37, IsPointer = true)]
    public bool? HostUsers { get; set; }

    /// <summary>While there is any, the pod is not scheduled. Gates can be removed but not added later.</summary>
    [PatchMerge("name"), ListMap("name"), ProtoField(38)]
    public List<PodSchedulingGate>? SchedulingGates { get; set; }

    /// <summary>Device claims the containers may use.</summary>
    [PatchMerge("name"), PatchRetainKeys, ListMap("name"), ProtoField(39)]
    public List<PodResourceClaim>? ResourceClaims { get; set; }

    /// <summary>Requests and limits for the pod as a whole.</summary>
    [ProtoField(40, IsPointer = true)]
    public ResourceRequirements? Resources { get; set; }

    /// <summary>Host name that replaces every computed one.</summary>
    [ProtoField(41, IsPointer = true)]
    public string? HostnameOverride { get; set; }

    /// <summary>The group of pods it is scheduled together with.</summary>
    [ProtoField(43, IsPointer = true)]
    public PodSchedulingGroup? SchedulingGroup { get; set; }
}
