using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Controllers;

/// <summary>What can be set about the controllers. The defaults are Kubernetes' own.</summary>
public sealed record ControllerManagerOptions
{
    /// <summary>Which controllers run: <c>*</c> for all, <c>name</c> for one, <c>-name</c> for not that one.</summary>
    public IReadOnlyList<string> Controllers { get; init; } = ["*"];

    /// <summary>Deployments worked on at the same time.</summary>
    public int ConcurrentDeploymentSyncs { get; init; } = 5;

    /// <summary>ReplicaSets worked on at the same time.</summary>
    public int ConcurrentReplicaSetSyncs { get; init; } = 5;

    /// <summary>Services whose EndpointSlices are worked on at the same time.</summary>
    public int ConcurrentServiceEndpointSyncs { get; init; } = 5;

    /// <summary>Services whose Endpoints are worked on at the same time.</summary>
    public int ConcurrentEndpointSyncs { get; init; } = 5;

    /// <summary>Namespaces emptied at the same time.</summary>
    public int ConcurrentNamespaceSyncs { get; init; } = 10;

    /// <summary>Objects the garbage collector looks at at the same time.</summary>
    public int ConcurrentGcSyncs { get; init; } = 20;

    /// <summary>ResourceQuotas counted at the same time.</summary>
    public int ConcurrentResourceQuotaSyncs { get; init; } = 5;

    /// <summary>How often every ResourceQuota is counted although nothing seems to have changed.</summary>
    public TimeSpan ResourceQuotaSyncPeriod { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a node may be silent before it counts as unreachable.</summary>
    public TimeSpan NodeMonitorGracePeriod { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>How long a node that has never reported may take to do so.</summary>
    public TimeSpan NodeStartupGracePeriod { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The addresses of all pods.</summary>
    public IPNetwork ClusterCidr { get; init; } = IPNetwork.Parse("10.244.0.0/16");

    /// <summary>Prefix length of one node's share of <see cref="ClusterCidr"/>.</summary>
    public int NodeCidrMaskSize { get; init; } = 24;

    /// <summary>Whether nodes get a share at all.</summary>
    public bool AllocateNodeCidrs { get; init; } = true;

    /// <summary>How many finished pods may stay; 0 means all.</summary>
    public int TerminatedPodGcThreshold { get; init; } = 12500;

    /// <summary>The cluster's authority with its key, which signs what was approved; null where certificates are issued elsewhere.</summary>
    public X509Certificate2? SigningAuthority { get; init; }

    /// <summary>How long the certificates it signs are valid at the most.</summary>
    public TimeSpan ClusterSigningDuration { get; init; } = TimeSpan.FromDays(365);

    /// <summary>How long a node must be missing before its pods are removed.</summary>
    public TimeSpan OrphanedPodQuarantine { get; init; } = TimeSpan.FromSeconds(40);
}
