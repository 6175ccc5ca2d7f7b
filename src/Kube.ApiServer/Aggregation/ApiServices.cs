using Kube.Api.ApiRegistration.V1;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Microsoft.Extensions.Logging;

namespace Kube.ApiServer.Aggregation;

/// <summary>
/// Keeps an APIService for each group and version that is served, and the Available condition of all of them, those of other servers included.
/// Writes only what it made itself, known by its label, and the status.
/// </summary>
internal sealed partial class ApiServices(ResourceRegistry registry, TimeProvider clock, ILogger<ApiServices> logger)
{
    private const string Managed = "kube-aggregator.kubernetes.io/automanaged";

    /// <summary>Made at start and kept; custom groups come and go instead.</summary>
    private const string OnStart = "onstart";
    private const string Always = "true";
    private const string ServiceLabel = "kubernetes.io/service-name";
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    private ResourceStore Store => StoreOf(APIService.Info.Group, APIService.Info.Plural);

    /// <summary>True when the group and version belong to another server, so that what is not found here is not unknown but unavailable.</summary>
    public bool IsElsewhere(string group, string version) => Store.Cached(Store.Key(null, $"{version}.{group}")) is { Object: APIService { Spec.Service: not null } };

    /// <summary>A pass every few seconds until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(s_interval, clock);
        while (await timer.WaitForNextTickAsync(cancel))
        {
            try
            {
                await SyncAsync(cancel);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                LogFailed(error.Message);
            }
        }
    }

    /// <summary>One pass.</summary>
    public async Task SyncAsync(CancellationToken cancel)
    {
        var present = Store.Cache.Snapshot.Select(new()).Select(e => (APIService)Store.Typed(e).Object).ToDictionary(a => a.Metadata!.Name!);
        var wanted = Wanted().ToDictionary(a => a.Metadata!.Name!);
        foreach (var (name, service) in wanted.Where(w => !present.ContainsKey(w.Key)))
        {
            await IgnoreAsync(409, () => Store.CreateAsync(service, null, WriteOptions.Internal, cancel));
        }

        foreach (var (name, service) in present)
        {
            if (service.Metadata!.Labels?.GetValueOrDefault(Managed) == Always && !wanted.ContainsKey(name))
            {
                await IgnoreAsync(404, () => Store.DeleteAsync(null, name, new DeleteOptions(), WriteOptions.Internal, cancel));
            }
            else
            {
                await SetConditionAsync(service, cancel);
            }
        }
    }

    /// <summary>The groups and versions of now; this API itself is not among them, as in Kubernetes.</summary>
    private IEnumerable<APIService> Wanted()
    {
        var builtIn = registry.BuiltIn.Select(s => (s.View.Info.Group, s.View.Info.Version)).ToHashSet();
        return registry.Now.Views.Select(v => (v.Info.Group, v.Info.Version)).Distinct().Where(g => g.Group != APIService.Info.Group).Select(g => Make(g.Group, g.Version, builtIn.Contains(g)));
    }

    private static APIService Make(string group, string version, bool builtIn)
    {
        var ranks = GroupRanks.Of(group, version, builtIn);
        return new APIService
        {
            ApiVersion = APIService.Info.ApiVersion,
            Kind = APIService.Info.Kind,
            Metadata = new ObjectMeta { Name = $"{version}.{group}", Labels = new() { [Managed] = builtIn ? OnStart : Always } },
            Spec = new APIServiceSpec { Group = group.Length == 0 ? null : group, Version = version, GroupPriorityMinimum = ranks.Group, VersionPriority = ranks.Version },
        };
    }

    private async Task SetConditionAsync(APIService service, CancellationToken cancel)
    {
        var wanted = ConditionOf(service.Spec!);
        if (Same(service.Status?.Conditions?.Find(c => c.Type == wanted.Type), wanted))
        {
            return;
        }

        await IgnoreAsync(404, () => Store.UpdateAsync(null, service.Metadata!.Name!, current =>
        {
            var changed = (APIService)Api.ApiJson.Clone(current.Object);
            var conditions = (changed.Status ??= new APIServiceStatus()).Conditions ??= [];
            var before = conditions.Find(c => c.Type == wanted.Type);
            wanted.LastTransitionTime = before?.Status == wanted.Status ? before?.LastTransitionTime : clock.GetUtcNow().UtcDateTime;
            conditions.RemoveAll(c => c.Type == wanted.Type);
            conditions.Add(wanted);
            return new(changed);
        }, UpdateTarget.Status, WriteOptions.Internal with { Subresource = "status" }, cancel));
    }

    private APIServiceCondition ConditionOf(APIServiceSpec spec)
    {
        if (spec.Service is not { } reference)
        {
            return Availability.Of(spec, null, []);
        }

        var services = registry.Core("services");
        var slices = StoreOf(EndpointSlice.Info.Group, EndpointSlice.Info.Plural);
        var own = slices.Cache.Snapshot.Select(new() { Namespace = reference.Namespace, Predicate = e => e.Labels.GetValueOrDefault(ServiceLabel) == reference.Name });
        return Availability.Of(spec, services.Cached(services.Key(reference.Namespace, reference.Name ?? ""))?.Object as Service, [.. own.Select(e => (EndpointSlice)slices.Typed(e).Object)]);
    }

    private static bool Same(APIServiceCondition? left, APIServiceCondition right) => left is not null && left.Status == right.Status && left.Reason == right.Reason && left.Message == right.Message;

    private ResourceStore StoreOf(string group, string plural) => registry.Find(group, "v1", plural)!.Store;

    /// <summary>Another API server may have been quicker.</summary>
    private static async Task IgnoreAsync(int code, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (ApiError error) when (error.Code == code)
        {
            // What was to be done is done.
        }
    }
}
