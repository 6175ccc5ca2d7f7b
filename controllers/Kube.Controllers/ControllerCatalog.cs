using Kube.Controllers.AttributesClassProtection;
using Kube.Controllers.CertificateApproval;
using Kube.Controllers.CertificateCleanup;
using Kube.Controllers.CertificateSigning;
using Kube.Controllers.ClaimProtection;
using Kube.Controllers.Deployments;
using Kube.Controllers.EndpointSlices;
using Kube.Controllers.GarbageCollection;
using Kube.Controllers.LegacyEndpoints;
using Kube.Controllers.Namespaces;
using Kube.Controllers.NodeIpam;
using Kube.Controllers.NodeLifecycle;
using Kube.Controllers.PodGc;
using Kube.Controllers.ReplicaSets;
using Kube.Controllers.ResourceQuotas;
using Kube.Controllers.Runtime;
using Kube.Controllers.ServiceAccounts;
using Kube.Controllers.TaintEviction;
using Kube.Controllers.TokenCleanup;
using Kube.Controllers.VolumeProtection;

namespace Kube.Controllers;

/// <summary>Every controller there is, by the name <c>--controllers</c> knows it under. A new controller is a folder and a line here.</summary>
internal static class ControllerCatalog
{
    private const string Signing = "certificatesigningrequest-signing-controller";

    private static readonly Dictionary<string, Func<ControllerContext, ControllerManagerOptions, IController>> s_all = new(StringComparer.Ordinal)
    {
        ["deployment-controller"] = (context, options) => new DeploymentController(context, options.ConcurrentDeploymentSyncs),
        ["replicaset-controller"] = (context, options) => new ReplicaSetController(context, options.ConcurrentReplicaSetSyncs),
        ["endpointslice-controller"] = (context, options) => new EndpointSliceController(context, options.ConcurrentServiceEndpointSyncs),
        ["endpoints-controller"] = (context, options) => new EndpointsController(context, options.ConcurrentEndpointSyncs),
        ["namespace-controller"] = (context, options) => new NamespaceController(context, options.ConcurrentNamespaceSyncs),
        ["garbage-collector-controller"] = (context, options) => new GarbageCollector(context, options.ConcurrentGcSyncs),
        ["node-lifecycle-controller"] = (context, options) => new NodeLifecycleController(context, new NodeLifecycleOptions(options.NodeMonitorGracePeriod, options.NodeStartupGracePeriod)),
        ["taint-eviction-controller"] = (context, _) => new TaintEvictionController(context),
        ["node-ipam-controller"] = (context, options) => new NodeIpamController(context, options.ClusterCidr, options.NodeCidrMaskSize),
        ["resourcequota-controller"] = (context, options) => new ResourceQuotaController(context, options.ConcurrentResourceQuotaSyncs, options.ResourceQuotaSyncPeriod),
        ["serviceaccount-controller"] = (context, _) => new ServiceAccountController(context),
        ["persistentvolumeclaim-protection-controller"] = (context, _) => new ClaimProtectionController(context),
        ["persistentvolume-protection-controller"] = (context, _) => new VolumeProtectionController(context),
        ["volumeattributesclass-protection-controller"] = (context, _) => new AttributesClassProtectionController(context),
        ["certificatesigningrequest-approving-controller"] = (context, _) => new CertificateApprovalController(context),
        [Signing] = (context, options) => new CertificateSigningController(context, new ClusterSigner(options.SigningAuthority!, options.ClusterSigningDuration, context.Time)),
        ["certificatesigningrequest-cleaner-controller"] = (context, _) => new CertificateCleanupController(context),
        ["token-cleaner-controller"] = (context, _) => new TokenCleanupController(context),
        ["pod-garbage-collector-controller"] = (context, options) => new PodGcController(context, new PodGcOptions(options.TerminatedPodGcThreshold, options.OrphanedPodQuarantine)),
    };

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => s_all.Keys;

    /// <summary>Throws for options no controllers can be made with.</summary>
    public static void Check(ControllerManagerOptions options)
    {
        foreach (var entry in options.Controllers.Where(entry => entry != "*" && !s_all.ContainsKey(entry.TrimStart('-'))))
        {
            throw new ArgumentException($"\"{entry}\" is not in the list of known controllers: {string.Join(", ", s_all.Keys)}");
        }

        _ = new CidrPool(options.ClusterCidr, options.NodeCidrMaskSize);
    }

    /// <summary>The controllers the options ask for.</summary>
    public static List<IController> Create(ControllerContext context, ControllerManagerOptions options) =>
        [.. s_all.Where(entry => IsEnabled(entry.Key, options)).Select(entry => entry.Value(context, options))];

    /// <summary>Whether a controller is asked for: by name, or by <c>*</c> and not excluded.</summary>
    public static bool IsEnabled(string name, ControllerManagerOptions options) =>
        !options.Controllers.Contains("-" + name)
        && (options.Controllers.Contains(name) || options.Controllers.Contains("*"))
        && (name != "node-ipam-controller" || options.AllocateNodeCidrs)
        && (name != Signing || options.SigningAuthority is not null);
}
