using System.Collections.Concurrent;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.ResourceQuotas;

/// <summary>
/// Counts what namespaces use of their ResourceQuotas.
/// Watches ResourceQuotas, pods, Services, claims and the metadata of every kind that a quota counts; writes the quotas' status; never refuses anything:
/// the API server charges what is created, before it exists. This controller makes new quotas effective, gives back what has gone or ended, and
/// heals what does not add up.
/// </summary>
internal sealed class ResourceQuotaController : Controller<ObjectKey>
{
    /// <summary>
    /// How long a quota must have been left alone before less is written than was charged. An object is charged first and stored then; in between, and
    /// until the caches here have it, it looks like one that has gone. Far longer than that takes, short enough that room is found again soon.
    /// </summary>
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(2);

    private readonly Caches _caches;
    private readonly ObjectCounts _counts;
    private readonly TimeSpan _resync;
    private readonly ConcurrentDictionary<ObjectKey, (string? Revision, DateTime Since)> _seen = new();

    public ResourceQuotaController(ControllerContext context, int workers, TimeSpan resync)
        : base(context, "resourcequota-controller")
    {
        (_caches, Workers, _resync) = (context.Caches, workers, resync);
        _counts = new ObjectCounts(context, (kind, ns) =>
        {
            foreach (var key in Counting(kind, ns))
            {
                Queue.Add(key);
            }
        });
    }

    /// <inheritdoc />
    public override int Workers { get; }

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches
        .Each(_caches.ResourceQuotas)
        .Changes(_caches.Pods, change => Matters(change) ? Counting(Pod.Info, change.Object.Metadata!.Namespace) : [])
        .Changes(_caches.Services, change => Counting(Service.Info, change.Object.Metadata!.Namespace))
        .Changes(_caches.PersistentVolumeClaims, change => Counting(PersistentVolumeClaim.Info, change.Object.Metadata!.Namespace));

    /// <inheritdoc />
    public override async Task RunAsync(CancellationToken ct)
    {
        await base.RunAsync(ct);
        await _counts.EndAsync();
    }

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_caches.ResourceQuotas.Get(key.Namespace, key.Name) is not { } quota)
        {
            _seen.TryRemove(key, out _);
            return Requeue.None;
        }

        var used = QuotaStatus.Used(quota, await UseAsync(quota, ct), Now);
        var quiet = QuietFor(key, quota);
        var status = QuotaStatus.Next(quota, used, maySink: quiet >= s_settled);
        if (!QuotaStatus.IsSame(quota.Status, status))
        {
            await Client.UpdateStatusAsync(new ResourceQuota { Metadata = quota.Metadata, Spec = quota.Spec, Status = status }, ct);
        }

        return Requeue.In(QuotaStatus.IsSame(status, QuotaStatus.Next(quota, used, maySink: true)) ? _resync : s_settled - quiet);
    }

    /// <summary>How long the quota has been as it is now.</summary>
    private TimeSpan QuietFor(ObjectKey key, ResourceQuota quota)
    {
        var revision = quota.Metadata?.ResourceVersion;
        var seen = _seen.AddOrUpdate(key, _ => (revision, Now), (_, before) => before.Revision == revision ? before : (revision, Now));
        return Now - seen.Since;
    }

    private async Task<NamespaceUse> UseAsync(ResourceQuota quota, CancellationToken ct)
    {
        var ns = quota.Metadata!.Namespace!;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var kind in QuotaStatus.CountedKinds(quota))
        {
            if (await _counts.CountAsync(kind, ns, ct) is { } count)
            {
                counts[kind] = count;
            }
        }

        return new NamespaceUse(
            QuotaStatus.Tracks(quota, Pod.Info) ? _caches.Pods.List(ns) : [],
            QuotaStatus.Tracks(quota, Service.Info) ? _caches.Services.List(ns) : [],
            QuotaStatus.Tracks(quota, PersistentVolumeClaim.Info) ? _caches.PersistentVolumeClaims.List(ns) : [],
            counts);
    }

    /// <summary>Pods report often; what they use changes when they come, end, go or are resized.</summary>
    private static bool Matters(Change<Pod> change) => change is not { Old: { } old, New: { } now }
        || old.IsActive() != now.IsActive() || old.Metadata?.Generation != now.Metadata?.Generation;

    private IEnumerable<ObjectKey> Counting(ResourceInfo kind, string? ns) =>
        _caches.ResourceQuotas.List(ns).Where(quota => QuotaStatus.Tracks(quota, kind)).Select(quota => ObjectKey.Of(quota));
}
