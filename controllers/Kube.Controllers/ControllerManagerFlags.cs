using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kube.Client;
using Kube.Hosting;

namespace Kube.Controllers;

/// <summary>The flags of kube-controller-manager.</summary>
internal sealed class ControllerManagerFlags
{
    private static readonly ControllerManagerOptions s_defaults = new();

    private readonly Flag<IReadOnlyList<string>> _controllers;
    private readonly Flag<int> _deployments;
    private readonly Flag<int> _replicaSets;
    private readonly Flag<int> _serviceEndpoints;
    private readonly Flag<int> _endpoints;
    private readonly Flag<int> _namespaces;
    private readonly Flag<int> _gc;
    private readonly Flag<int> _quotas;
    private readonly Flag<TimeSpan> _quotaPeriod;
    private readonly Flag<TimeSpan> _monitorGrace;
    private readonly Flag<TimeSpan> _startupGrace;
    private readonly Flag<string> _clusterCidr;
    private readonly Flag<int> _maskSize;
    private readonly Flag<bool> _allocate;
    private readonly Flag<int> _terminatedPods;
    private readonly Flag<TimeSpan> _quarantine;
    private readonly Flag<string> _signingCert;
    private readonly Flag<string> _signingKey;
    private readonly Flag<TimeSpan> _signingDuration;

    public ControllerManagerFlags(FlagSet flags)
    {
        LeaderElection = new LeaderElectionFlags(flags);
        _controllers = flags.Strings("controllers", s_defaults.Controllers,
            $"Controllers to run: '*' for all, 'name' for one, '-name' for not that one. All: {string.Join(", ", ControllerCatalog.Names)}.");
        _deployments = flags.Int("concurrent-deployment-syncs", s_defaults.ConcurrentDeploymentSyncs, "Deployments worked on at the same time.");
        _replicaSets = flags.Int("concurrent-replicaset-syncs", s_defaults.ConcurrentReplicaSetSyncs, "ReplicaSets worked on at the same time.");
        _serviceEndpoints = flags.Int("concurrent-service-endpoint-syncs", s_defaults.ConcurrentServiceEndpointSyncs, "Services whose EndpointSlices are worked on at the same time.");
        _endpoints = flags.Int("concurrent-endpoint-syncs", s_defaults.ConcurrentEndpointSyncs, "Services whose Endpoints are worked on at the same time.");
        _namespaces = flags.Int("concurrent-namespace-syncs", s_defaults.ConcurrentNamespaceSyncs, "Namespaces emptied at the same time.");
        _gc = flags.Int("concurrent-gc-syncs", s_defaults.ConcurrentGcSyncs, "Objects the garbage collector looks at at the same time.");
        _quotas = flags.Int("concurrent-resource-quota-syncs", s_defaults.ConcurrentResourceQuotaSyncs, "ResourceQuotas counted at the same time.");
        _quotaPeriod = flags.Duration("resource-quota-sync-period", s_defaults.ResourceQuotaSyncPeriod, "How often every ResourceQuota is counted although nothing seems to have changed.");
        _monitorGrace = flags.Duration("node-monitor-grace-period", s_defaults.NodeMonitorGracePeriod, "How long a node may be silent before it counts as unreachable.");
        _startupGrace = flags.Duration("node-startup-grace-period", s_defaults.NodeStartupGracePeriod, "How long a node that has never reported may take to do so.");
        _clusterCidr = flags.String("cluster-cidr", s_defaults.ClusterCidr.ToString(), "The addresses of all pods.");
        _maskSize = flags.Int("node-cidr-mask-size", s_defaults.NodeCidrMaskSize, "Prefix length of one node's share of the cluster CIDR.");
        _allocate = flags.Bool("allocate-node-cidrs", s_defaults.AllocateNodeCidrs, "Give every node a share of the cluster CIDR.");
        _terminatedPods = flags.Int("terminated-pod-gc-threshold", s_defaults.TerminatedPodGcThreshold, "How many finished pods may stay; 0 means all.");
        _quarantine = flags.Duration("orphaned-pod-quarantine", s_defaults.OrphanedPodQuarantine, "How long a node must be missing before its pods are removed.");
        _signingCert = flags.String("cluster-signing-cert-file", "", "The authority that signs approved certificate requests; without it nobody does.");
        _signingKey = flags.String("cluster-signing-key-file", "", "Key of that authority.");
        _signingDuration = flags.Duration("cluster-signing-duration", s_defaults.ClusterSigningDuration, "How long the certificates it signs are valid at the most.");
    }

    /// <summary>Whether and how to elect a leader.</summary>
    public LeaderElectionFlags LeaderElection { get; }

    /// <summary>The options the flags describe. Throws <see cref="StartupException"/> for what cannot be.</summary>
    public ControllerManagerOptions ToOptions()
    {
        var options = Read();
        try
        {
            ControllerCatalog.Check(options);
            return options;
        }
        catch (ArgumentException wrong)
        {
            throw new StartupException(wrong.Message, wrong);
        }
    }

    private ControllerManagerOptions Read() => new()
    {
        Controllers = _controllers.Value,
        ConcurrentDeploymentSyncs = AtLeastOne(_deployments),
        ConcurrentReplicaSetSyncs = AtLeastOne(_replicaSets),
        ConcurrentServiceEndpointSyncs = AtLeastOne(_serviceEndpoints),
        ConcurrentEndpointSyncs = AtLeastOne(_endpoints),
        ConcurrentNamespaceSyncs = AtLeastOne(_namespaces),
        ConcurrentGcSyncs = AtLeastOne(_gc),
        ConcurrentResourceQuotaSyncs = AtLeastOne(_quotas),
        ResourceQuotaSyncPeriod = _quotaPeriod,
        NodeMonitorGracePeriod = _monitorGrace,
        NodeStartupGracePeriod = _startupGrace,
        ClusterCidr = IPNetwork.TryParse(_clusterCidr.Value, out var network) ? network : throw new StartupException($"--cluster-cidr {_clusterCidr.Value} is not a CIDR"),
        NodeCidrMaskSize = _maskSize,
        AllocateNodeCidrs = _allocate,
        TerminatedPodGcThreshold = _terminatedPods,
        OrphanedPodQuarantine = _quarantine,
        SigningAuthority = Authority(),
        ClusterSigningDuration = _signingDuration,
    };

    private X509Certificate2? Authority()
    {
        if (_signingCert.Value.Length == 0)
        {
            return null;
        }

        try
        {
            return X509Certificate2.CreateFromPemFile(_signingCert, _signingKey.Value.Length > 0 ? _signingKey.Value : throw new StartupException($"--{_signingCert.Name} needs --{_signingKey.Name}"));
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"cannot read the signing authority {_signingCert.Value}: {e.Message}", e);
        }
    }

    /// <summary>This process as a candidate for leadership.</summary>
    public LeaderElectionOptions ToCandidate(string identity) => new()
    {
        Name = "kube-controller-manager",
        Namespace = LeaderElection.Namespace,
        Identity = identity,
        LeaseDuration = LeaderElection.LeaseDuration,
        RenewDeadline = LeaderElection.RenewDeadline,
        RetryPeriod = LeaderElection.RetryPeriod,
    };

    private static int AtLeastOne(Flag<int> flag) => flag.Value > 0 ? flag.Value : throw new StartupException($"--{flag.Name} must be at least 1");
}
