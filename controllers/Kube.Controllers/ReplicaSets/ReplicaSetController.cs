using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Controllers.Runtime;
using Kube.Machinery.Selectors;

namespace Kube.Controllers.ReplicaSets;

/// <summary>
/// Keeps as many pods of a template running as a ReplicaSet asks for.
/// Watches ReplicaSets and pods; owns pods; writes pods and the ReplicaSet's status; never touches its spec.
/// A pod that finished or is being deleted no longer counts, so it is replaced at once.
/// </summary>
internal sealed class ReplicaSetController(ControllerContext context, int workers) : Controller<ObjectKey>(context, "replicaset-controller")
{
    private readonly Caches _caches = context.Caches;
    private readonly Expectations _expectations = new(context.Time);
    private readonly ControllerRefs<ReplicaSet, Pod> _refs = new(context.Client);
    private readonly PodWriter _writer = new(context);

    /// <inheritdoc />
    public override int Workers => workers;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches
        .Each(_caches.ReplicaSets)
        .OwnersOf(_caches.Pods, _caches.ReplicaSets, adopters: SetsMatching, observer: _expectations);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_caches.ReplicaSets.Get(key.Namespace, key.Name) is not { } set)
        {
            _expectations.Forget(key);
            return Requeue.None;
        }

        // Asked before the pods are listed: what is observed in between is in the list.
        var cacheIsCurrent = _expectations.Satisfied(key);
        var candidates = _caches.PodsFor(set).ToList();
        var active = await _refs.ClaimAsync(set, set.Spec?.Selector, candidates.Where(pod => pod.IsActive()), ct);
        var terminating = candidates.Count(pod => pod.IsControlledBy(set) && pod.IsTerminating() && !pod.IsTerminal());
        var failure = cacheIsCurrent && set.Metadata?.DeletionTimestamp is null ? await ScaleAsync(key, set, active, ct) : null;
        await WriteStatusAsync(set, ReplicaSetStatusRules.Of(set, active, terminating, failure, Now), ct);
        return failure is null
            ? Requeue.In(ReplicaSetStatusRules.UntilNextAvailable(set, active, Now))
            : throw new PodWriteException(failure);
    }

    private async Task<Exception?> ScaleAsync(ObjectKey key, ReplicaSet set, List<Pod> active, CancellationToken ct)
    {
        var missing = (set.Spec?.Replicas ?? 1) - active.Count;
        if (missing > 0)
        {
            return await CreateAsync(key, set, Math.Min(missing, PodWriter.Burst), ct);
        }

        return missing < 0 ? await DeleteAsync(key, set, active, Math.Min(-missing, PodWriter.Burst), ct) : null;
    }

    private async Task<Exception?> CreateAsync(ObjectKey key, ReplicaSet set, int count, CancellationToken ct)
    {
        _expectations.ExpectCreations(key, count);
        var succeeded = 0;
        try
        {
            var result = await SlowStart.RunAsync(count, () => _writer.CreateAsync(set, set.Spec!.Template!, ct), ct);
            succeeded = result.Succeeded;
            return PodWriter.IsNamespaceTerminating(result.Error) ? null : result.Error;
        }
        finally
        {
            _expectations.CreationObserved(key, count - succeeded);
        }
    }

    private async Task<Exception?> DeleteAsync(ObjectKey key, ReplicaSet set, List<Pod> active, int count, CancellationToken ct)
    {
        var doomed = new DeletionOrder(Related(set), Now).Pick(active, count);
        _expectations.ExpectDeletions(key, doomed.Select(pod => pod.Uid()));
        var errors = await Task.WhenAll(doomed.Select(async pod =>
        {
            var error = await _writer.DeleteAsync(set, pod, ct);
            if (error is not null)
            {
                _expectations.DeletionObserved(key, pod.Uid());
            }

            return error is ApiException { IsNotFound: true } ? null : error;
        }));
        return Array.Find(errors, error => error is not null);
    }

    /// <summary>Active pods of all ReplicaSets of the same Deployment: together they decide which nodes are crowded.</summary>
    private IEnumerable<Pod> Related(ReplicaSet set) =>
        set.Controller()?.Uid is { } owner
            ? _caches.ReplicaSetsOwnedBy(owner).SelectMany(sibling => _caches.PodsOwnedBy(sibling.Uid()))
            : _caches.PodsOwnedBy(set.Uid());

    private async Task WriteStatusAsync(ReplicaSet set, ReplicaSetStatus status, CancellationToken ct)
    {
        if (Wire.Same(set.Status, status))
        {
            return;
        }

        await Client.UpdateStatusAsync(new ReplicaSet { Metadata = set.Metadata, Spec = set.Spec, Status = status }, ct);
    }

    private IEnumerable<ObjectKey> SetsMatching(Pod orphan) => _caches.ReplicaSets.List(orphan.Metadata?.Namespace)
        .Where(set => Selector.From(set.Spec?.Selector).Matches(orphan.Metadata?.Labels))
        .Select(set => set.Key());
}
