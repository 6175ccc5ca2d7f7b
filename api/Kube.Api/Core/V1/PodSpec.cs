namespace Kube.Api.Core.V1;

public sealed class PodSpec
{
    [PatchMerge("name"), PatchRetainKeys, ListMap("name"), ProtoField(1)]
    public List<Volume>? Volumes { get; set; }

    [PatchMerge("name"), ListMap("name"), ProtoField(20)]
    public List<Container>? InitContainers { get; set; }

    [Required, PatchMerge("name"), ListMap("name"), ProtoField(2)]
    public List<Container>? Containers { get; set; }

    [PatchMerge("name"), ListMap("name"), ProtoField(34)]
    public List<EphemeralContainer>? EphemeralContainers { get; set; }

    [ProtoField(3)]
    public string? RestartPolicy { get; set; }

    [ProtoField(4, IsPointer = true)]
    public long? TerminationGracePeriodSeconds { get; set; }

    [ProtoField(5, IsPointer = true)]
    public long? ActiveDeadlineSeconds { get; set; }

    [ProtoField(6)]
    public string? DnsPolicy { get; set; }

    [MapAtomic, ProtoField(7)]
    public Dictionary<string, string>? NodeSelector { get; set; }

    [ProtoField(8)]
    public string? ServiceAccountName { get; set; }

    [ProtoField(9)]
    public string? ServiceAccount { get; set; }

    [ProtoField(21, IsPointer = true)]
    public bool? AutomountServiceAccountToken { get; set; }

    [ProtoField(10)]
    public string? NodeName { get; set; }

    [ProtoField(11)]
    public bool? HostNetwork { get; set; }

    [ProtoField(12)]
    public bool? HostPID { get; set; }

    [ProtoField(13)]
    public bool? HostIPC { get; set; }

    [ProtoField(27, IsPointer = true)]
    public bool? ShareProcessNamespace { get; set; }

    [ProtoField(14, IsPointer = true)]
    public PodSecurityContext? SecurityContext { get; set; }

    [PatchMerge("name"), ListMap("name"), ProtoField(15)]
    public List<LocalObjectReference>? ImagePullSecrets { get; set; }

    [ProtoField(16)]
    public string? Hostname { get; set; }

    [ProtoField(17)]
    public string? Subdomain { get; set; }

    [ProtoField(18, IsPointer = true)]
    public Affinity? Affinity { get; set; }

    [ProtoField(19)]
    public string? SchedulerName { get; set; }

    [ProtoField(22)]
    public List<Toleration>? Tolerations { get; set; }

    [PatchMerge("ip"), ListMap("ip"), ProtoField(23)]
    public List<HostAlias>? HostAliases { get; set; }

    [ProtoField(24)]
    public string? PriorityClassName { get; set; }

    [ProtoField(25, IsPointer = true)]
    public int? Priority { get; set; }

    [ProtoField(26, IsPointer = true)]
    public PodDNSConfig? DnsConfig { get; set; }

    [ProtoField(28)]
    public List<PodReadinessGate>? ReadinessGates { get; set; }

    [ProtoField(29, IsPointer = true)]
    public string? RuntimeClassName { get; set; }

    [ProtoField(30, IsPointer = true)]
    public bool? EnableServiceLinks { get; set; }

    [ProtoField(31, IsPointer = true)]
    public string? PreemptionPolicy { get; set; }

    [ProtoField(32)]
    public Dictionary<string, Quantity>? Overhead { get; set; }

    [PatchMerge("topologyKey"), ListMap("topologyKey", "whenUnsatisfiable"), ProtoField(33)]
    public List<TopologySpreadConstraint>? TopologySpreadConstraints { get; set; }

    [ProtoField(35, IsPointer = true)]
    public bool? SetHostnameAsFQDN { get; set; }

    [ProtoField(36, IsPointer = true)]
    public PodOS? Os { get; set; }

    [ProtoField(37, IsPointer = true)]
    public bool? HostUsers { get; set; }

    [PatchMerge("name"), ListMap("name"), ProtoField(38)]
    public List<PodSchedulingGate>? SchedulingGates { get; set; }

    [PatchMerge("name"), PatchRetainKeys, ListMap("name"), ProtoField(39)]
    public List<PodResourceClaim>? ResourceClaims { get; set; }

    [ProtoField(40, IsPointer = true)]
    public ResourceRequirements? Resources { get; set; }

    [ProtoField(41, IsPointer = true)]
    public string? HostnameOverride { get; set; }

    [ProtoField(43, IsPointer = true)]
    public PodSchedulingGroup? SchedulingGroup { get; set; }
}
