namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ResourceName</c>; on the wire it is a string.</summary>
public static class ResourceName
{
    /// <summary>Processor time, in cores.</summary>
    public const string Cpu = "cpu";
    /// <summary>Memory, in bytes.</summary>
    public const string Memory = "memory";
    /// <summary>Size of a volume, in bytes.</summary>
    public const string Storage = "storage";
    /// <summary>Disk space of a node, in bytes.</summary>
    public const string EphemeralStorage = "ephemeral-storage";
    /// <summary>Number of pods.</summary>
    public const string Pods = "pods";
    /// <summary>Number of Services.</summary>
    public const string Services = "services";
    /// <summary>Number of ReplicationControllers.</summary>
    public const string Replicationcontrollers = "replicationcontrollers";
    /// <summary>Number of ResourceQuotas.</summary>
    public const string Resourcequotas = "resourcequotas";
    /// <summary>Number of Secrets.</summary>
    public const string Secrets = "secrets";
    /// <summary>Number of ConfigMaps.</summary>
    public const string Configmaps = "configmaps";
    /// <summary>Number of claims.</summary>
    public const string Persistentvolumeclaims = "persistentvolumeclaims";
    /// <summary>Number of node ports.</summary>
    public const string ServicesNodeports = "services.nodeports";
    /// <summary>Number of load balancers.</summary>
    public const string ServicesLoadbalancers = "services.loadbalancers";
    /// <summary>Sum of cpu requests.</summary>
    public const string RequestsCpu = "requests.cpu";
    /// <summary>Sum of memory requests.</summary>
    public const string RequestsMemory = "requests.memory";
    /// <summary>Sum of storage requests.</summary>
    public const string RequestsStorage = "requests.storage";
    /// <summary>Sum of ephemeral storage requests.</summary>
    public const string RequestsEphemeralStorage = "requests.ephemeral-storage";
    /// <summary>Sum of cpu limits.</summary>
    public const string LimitsCpu = "limits.cpu";
    /// <summary>Sum of memory limits.</summary>
    public const string LimitsMemory = "limits.memory";
    /// <summary>Sum of ephemeral storage limits.</summary>
    public const string LimitsEphemeralStorage = "limits.ephemeral-storage";
}
