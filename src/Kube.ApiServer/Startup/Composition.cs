using Kube.Api.Authentication.V1;
using Kube.Api.Authorization.V1;
using Kube.Api.NodeApi.V1;
using Kube.Api.Networking.V1;
using Kube.Api.Rbac.V1;
using Kube.Api.Coordination.V1;
using Kube.Api.Core.V1;
using Kube.Api.Resources;
using Kube.Api.Scheduling.V1;
using Kube.Api.Storage.V1;
using Kube.ApiServer.Admission;
using Kube.ApiServer.Admission.Limits;
using Kube.ApiServer.Admission.PodSecurity;
using Kube.ApiServer.Admission.Quota;
using Kube.ApiServer.Aggregation;
using Kube.ApiServer.Allocation;
using Kube.ApiServer.Authentication;
using Kube.ApiServer.Authorization;
using Kube.ApiServer.Authorization.Rbac;
using Kube.ApiServer.Computed;
using Kube.ApiServer.CustomResources;
using Kube.ApiServer.Discovery;
using Kube.ApiServer.Health;
using Kube.ApiServer.OpenApi;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Reviews;
using Kube.ApiServer.Routing;
using Kube.ApiServer.ServiceAccounts;
using Kube.ApiServer.Streaming;
using Kube.ApiServer.Subresources;
using Kube.ApiServer.Verbs;
using Kube.Storage;
using Kube.Storage.Cache;
using Microsoft.Extensions.Logging;

namespace Kube.ApiServer.Startup;

/// <summary>Puts the server together: the one place that knows all parts.</summary>
internal sealed class Composition : IAsyncDisposable
{
    private readonly KubeletClient _kubelets;

    // What runs in pods proves nothing to us: there is no authority for its certificates.
    private readonly BackendTransport _backends = BackendTransport.Trusting([]);
    private readonly TokenIssuer _issuer;
    private readonly BoundObjects _boundObjects;
    private readonly IAuthorizer _authorizer;

    public Composition(ApiServerOptions options, IStore store, CancellationToken stopping)
    {
        var resources = Catalog.All;
        var storages = resources.Where(r => r.StoredAs is null && r.IsStored).ToList();
        Cache = new CacheSet(store, storages.Select(r => ResourceStore.CacheOf(r, r.SelectableFields)), new CacheOptions(), options.Clock, options.Loggers.CreateLogger<CacheSet>());
        (_issuer, _boundObjects) = (new TokenIssuer(options), new BoundObjects(() => Registry!, options.Clock));
        var bearer = new BearerAuthenticator(
            [new TokenFileAuthenticator(options.Tokens, _issuer.Audiences), new ServiceAccountAuthenticator(_issuer, _boundObjects, options.Clock),
                new BootstrapTokenAuthenticator((name, cancel) => _boundObjects.FindAsync("secrets", "kube-system", name, cancel), _issuer.Audiences, options.Clock)],
            _issuer.Audiences);
        _authorizer = options.AuthorizationMode == AuthorizationMode.Rbac
            ? new RbacAuthorizer(new PolicyCache(Cache, plural => Registry!.Find(Role.Info.Group, Role.Info.Version, plural)!.Store).GetAsync)
            : new AllowAuthenticated();
        var services = new StoreServices(Admission(options), Quota(options), new NameGenerator(options.Random), options.Clock);
        Registry = new ResourceRegistry(resources, r => new ResourceStore(r, Cache[r.Info.GroupResource], store, services), ComputedKinds(services, bearer, store).Find);
        Definitions = new DefinitionController(
            Registry.Find("apiextensions.k8s.io", "v1", "customresourcedefinitions")!.Store,
            Registry,
            new CustomKinds(Cache, Registry, (resource, cache) => new ResourceStore(resource, cache, store, services)),
            options.Clock,
            options.Loggers.CreateLogger<DefinitionController>());
        var (addresses, ports) = (new KeyPool(store, "serviceips", options.Clock), new KeyPool(store, "servicenodeports", options.Clock));
        var (range, portRange) = (options.ServiceClusterIPRange, options.ServiceNodePortRange);
        var serviceStore = Registry.Core("services");
        serviceStore.Allocator = new ServiceAllocator(
            new ValueAllocator(addresses, NumberedValues.Addresses(range), options.Random),
            new ValueAllocator(ports, NumberedValues.Ports(portRange.First, portRange.Last), options.Random),
            range,
            portRange);
        Repair = new AllocationRepair(serviceStore, addresses, ports, options.Clock, options.Loggers.CreateLogger<AllocationRepair>());
        _kubelets = new KubeletClient(options.KubeletClientCertificate, options.ClientAuthorities);
        Paths = new PathRoutes();
        HealthRoutes.Add(Paths, options.Health, options.Metrics);
        IssuerRoutes.Add(Paths, _issuer, $"{options.AdvertiseAddress}:{options.SecurePort}");
        var specifications = new OpenApiParts();
        Paths.AddLive(new LiveRoutes(Registry, served => DescriptionRoutes(served, specifications, $"{options.AdvertiseAddress}:{options.SecurePort}")));
        var gate = new Gate(Authenticators(options, bearer), _authorizer, new InFlight(options.MaxReadsInFlight, options.MaxWritesInFlight), new RequestMetrics(options.Metrics));
        ApiServices = new ApiServices(Registry, options.Clock, options.Loggers.CreateLogger<ApiServices>());
        var lookup = new ServedLookup(Registry, Definitions, ApiServices);
        Handler = new RequestHandler(lookup, new ResourceVerbs(Verbs(options, store, services, stopping)), Paths, gate, options.Clock, options.Loggers.CreateLogger<RequestHandler>());
    }

    public CacheSet Cache { get; }

    public ResourceRegistry Registry { get; }

    public DefinitionController Definitions { get; }

    public PathRoutes Paths { get; }

    public RequestHandler Handler { get; }

    public AllocationRepair Repair { get; }

    public ApiServices ApiServices { get; }

    public async ValueTask DisposeAsync()
    {
        _kubelets.Dispose();
        _backends.Dispose();
        _issuer.Dispose();
        await Cache.DisposeAsync();
    }

    /// <summary>Discovery and OpenAPI.</summary>
    private static PathRoutes DescriptionRoutes(ServedSet served, OpenApiParts specifications, string address)
    {
        var routes = new PathRoutes();
        var documents = new DiscoveryDocuments(served.Views);
        OpenApiRoutes.Add(routes, served.Views, documents, specifications);
        DiscoveryRoutes.Add(routes, documents, address);
        return routes;
    }

    private AdmissionChain Admission(ApiServerOptions options) => new(
    [
        new NamespaceLifecycle(() => Registry.Core("namespaces")),
        new LimitRanger(() => Registry.Core("limitranges")),
        new DefaultServiceAccount(),
        new TaintNodesByCondition(),
        new PodSecurityAdmission(() => Registry.Core("namespaces"), () => Registry.Core("pods")),
        new Priority(() => Registry.StoreOf(PriorityClass.Info)),
        new DefaultTolerationSeconds(options.NotReadyTolerationSeconds, options.UnreachableTolerationSeconds),
        new DefaultStorageClass(() => Registry.StoreOf(StorageClass.Info), new Freshness(options.Clock)),
        new StorageObjectInUseProtection(),
        new PersistentVolumeClaimResize(() => Registry.StoreOf(StorageClass.Info)),
        new RuntimeClassAdmission(() => Registry.StoreOf(RuntimeClass.Info)),
        new CertificateSubjectRestriction(),
        new DefaultIngressClass(() => Registry.StoreOf(IngressClass.Info), new Freshness(options.Clock)),
    ]);

    private QuotaAdmission Quota(ApiServerOptions options) => new(() => Registry.Core("resourcequotas"), options.Clock);

    /// <summary>The kinds that are served but not stored; one line each.</summary>
    private ComputedKinds ComputedKinds(StoreServices services, BearerAuthenticator bearer, IStore store)
    {
        var kinds = new ComputedKinds(services.Admission);
        var (tokens, access) = (new TokenReviews(bearer, services.Clock), new AccessReviews(_authorizer));
        kinds.AddReview<TokenReview>(tokens.AnswerAsync);
        kinds.AddReview<SelfSubjectReview>(tokens.AnswerAsync);
        kinds.AddReview<SubjectAccessReview>(access.AnswerAsync);
        kinds.AddReview<LocalSubjectAccessReview>(access.AnswerAsync);
        kinds.AddReview<SelfSubjectAccessReview>(access.AnswerAsync);
        kinds.AddReview<SelfSubjectRulesReview>(access.AnswerAsync);
        kinds.AddReview<Binding>(new BindingSubresource(() => Registry.Core("pods"), services.Clock).BindAsync);
        kinds.AddView<ComponentStatus>(new ComponentStatuses(store, () => Registry.StoreOf(Lease.Info), services.Clock).ReadAsync);
        return kinds;
    }

    private static List<IAuthenticator> Authenticators(ApiServerOptions options, BearerAuthenticator bearer) => options.ClientAuthorities.Count == 0
        ? [bearer]
        : [new CertificateAuthenticator(options.ClientAuthorities, options.Clock), bearer];

    private VerbSet Verbs(ApiServerOptions options, IStore store, StoreServices services, CancellationToken stopping)
    {
        var freshness = new Freshness(options.Clock);
        var answer = new ObjectAnswer(options.Clock);
        var reader = new ListReader(store, freshness);
        var relay = new HttpRelay(stopping);
        return new VerbSet
        {
            Get = new GetVerb(answer, freshness),
            List = new ListVerb(reader, options.Clock),
            Watch = new WatchVerb(freshness, options.Clock, options.Random, stopping),
            Create = new CreateVerb(answer),
            Update = new UpdateVerb(answer),
            Patch = new PatchVerb(answer, options.Clock),
            Delete = new DeleteVerb(answer),
            DeleteCollection = new DeleteCollectionVerb(reader),
            Scale = new ScaleSubresource(freshness, options.Clock),
            Binding = new BindingSubresource(() => Registry.Core("pods"), options.Clock),
            Eviction = new EvictionSubresource(new DisruptionBudgets(Registry, freshness, options.Clock), options.Clock),
            Log = new LogSubresource(new PodOnNode(freshness, Registry), _kubelets),
            Streams = new StreamSubresource(new PodOnNode(freshness, Registry), _kubelets, relay, _authorizer),
            Proxy = new ProxySubresource(relay, new ProxiedBackends(freshness, Registry, _kubelets, _backends, options.Random)),
            Finalize = new FinalizeSubresource(answer),
            Token = new TokenSubresource(_issuer, _boundObjects, services.Admission, options.Clock),
        };
    }
}
