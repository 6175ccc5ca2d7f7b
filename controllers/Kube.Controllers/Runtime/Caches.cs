using Kube.Api;
using Kube.Api.Apps.V1;
using Kube.Api.Certificates.V1;
using Kube.Api.Coordination.V1;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Api.Storage.V1;
using Kube.Client;
using Kube.Controllers.ClaimProtection;

namespace Kube.Controllers.Runtime;

/// <summary>One informer per kind, shared by all controllers and made when the first one asks for it. Whoever uses an index finds its name here.</summary>
internal sealed class Caches(Informers informers)
{
    private const string ByController = "controller", ByNode = "node", ByService = "service", ByClaim = "claim";

    private readonly Lazy<Informer<Pod>> _pods = new(() => informers.For(Indexed<Pod>(
        (ByController, ControllerOf), (ByNode, pod => pod.Node() is { } node ? [node] : []), (ByClaim, pod => ClaimUse.ClaimsOf(pod).Select(claim => $"{pod.Metadata?.Namespace}/{claim}").Distinct()))));
    private readonly Lazy<Informer<ReplicaSet>> _replicaSets = new(() => informers.For(Indexed<ReplicaSet>((ByController, ControllerOf))));
    private readonly Lazy<Informer<EndpointSlice>> _slices = new(() => informers.For(Indexed<EndpointSlice>((ByService, ServiceOf))));
    private readonly Lazy<Informer<Lease>> _nodeLeases = new(() => informers.For(new InformerOptions<Lease> { Namespace = NodeLeaseNamespace }));

    private readonly Lazy<Informer<Secret>> _bootstrapTokens = new(() => informers.For(new InformerOptions<Secret> { Namespace = "kube-system", FieldSelector = $"type={SecretType.BootstrapKubernetesIoToken}" }));

    /// <summary>The namespace in which kubelets renew a Lease named as their node.</summary>
    public const string NodeLeaseNamespace = "kube-node-lease";

    public Informer<Pod> Pods => _pods.Value;

    public Informer<ReplicaSet> ReplicaSets => _replicaSets.Value;

    public Informer<Deployment> Deployments => informers.For<Deployment>();

    public Informer<Service> Services => informers.For<Service>();

    public Informer<EndpointSlice> EndpointSlices => _slices.Value;

    public Informer<Kube.Api.Core.V1.Endpoints> Endpoints => informers.For<Kube.Api.Core.V1.Endpoints>();

    public Informer<Node> Nodes => informers.For<Node>();

    public Informer<Lease> NodeLeases => _nodeLeases.Value;

    public Informer<Namespace> Namespaces => informers.For<Namespace>();

    public Informer<ResourceQuota> ResourceQuotas => informers.For<ResourceQuota>();

    public Informer<ServiceAccount> ServiceAccounts => informers.For<ServiceAccount>();

    public Informer<PersistentVolumeClaim> PersistentVolumeClaims => informers.For<PersistentVolumeClaim>();

    public Informer<PersistentVolume> PersistentVolumes => informers.For<PersistentVolume>();

    public Informer<CertificateSigningRequest> CertificateSigningRequests => informers.For<CertificateSigningRequest>();

    /// <summary>The Secrets of tokens with which machines join.</summary>
    public Informer<Secret> BootstrapTokens => _bootstrapTokens.Value;

    public Informer<VolumeAttributesClass> VolumeAttributesClasses => informers.For<VolumeAttributesClass>();

    /// <summary>Pods whose volumes name a claim.</summary>
    public IReadOnlyList<Pod> PodsNaming(PersistentVolumeClaim claim) => Pods.ByIndex(ByClaim, $"{claim.Metadata?.Namespace}/{claim.Metadata?.Name}");

    /// <summary>Pods bound to a node.</summary>
    public IReadOnlyList<Pod> PodsOn(string node) => Pods.ByIndex(ByNode, node);

    /// <summary>What <paramref name="owner"/> controls, and what of its namespace nobody does.</summary>
    public IEnumerable<Pod> PodsFor(IKubeObject owner) => Owned(Pods, owner).Concat(Pods.ByIndex(ByController, Nobody(owner)));

    /// <inheritdoc cref="PodsFor"/>
    public IEnumerable<ReplicaSet> ReplicaSetsFor(IKubeObject owner) => Owned(ReplicaSets, owner).Concat(ReplicaSets.ByIndex(ByController, Nobody(owner)));

    /// <summary>Pods that the object with this uid controls.</summary>
    public IReadOnlyList<Pod> PodsOwnedBy(string uid) => Pods.ByIndex(ByController, uid);

    /// <summary>ReplicaSets that the object with this uid controls.</summary>
    public IReadOnlyList<ReplicaSet> ReplicaSetsOwnedBy(string uid) => ReplicaSets.ByIndex(ByController, uid);

    /// <summary>The EndpointSlices that say they belong to a Service.</summary>
    public IReadOnlyList<EndpointSlice> SlicesOf(string? ns, string service) => EndpointSlices.ByIndex(ByService, $"{ns}/{service}");

    private static IReadOnlyList<T> Owned<T>(Informer<T> informer, IKubeObject owner)
        where T : class, IResource<T> => informer.ByIndex(ByController, owner.Uid());

    private static string Nobody(IKubeObject sibling) => $"nobody/{sibling.Metadata?.Namespace}";

    private static IEnumerable<string> ControllerOf(IKubeObject value) => [value.Controller()?.Uid ?? Nobody(value)];

    private static IEnumerable<string> ServiceOf(EndpointSlice slice) =>
        slice.Metadata?.Labels?.GetValueOrDefault(EndpointSliceLabels.ServiceName) is { } service ? [$"{slice.Metadata.Namespace}/{service}"] : [];

    private static InformerOptions<T> Indexed<T>(params (string Name, Func<T, IEnumerable<string>> Values)[] indexes)
        where T : class, IResource<T> => new() { Indexers = indexes.ToDictionary(index => index.Name, index => index.Values) };
}
