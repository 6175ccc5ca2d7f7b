using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.GarbageCollection;

/// <summary>
/// Deletes what its owners have left behind, and carries out foreground and orphaning deletions.
/// Watches the metadata of every kind that can be listed, watched and deleted, except events; owns nothing; writes owner references and the
/// two finalizers of deletion. An owner is believed to be absent only if it was seen to go, or the server says so for exactly that uid.
/// </summary>
internal sealed class GarbageCollector : Controller<string>
{
    private readonly MetadataClient _metadata;
    private readonly OwnerGraph _graph = new();
    private readonly GraphMonitors _monitors;

    public GarbageCollector(ControllerContext context, int workers)
        : base(context, "garbage-collector-controller")
    {
        Workers = workers;
        _metadata = new MetadataClient(context.Client);
        _monitors = new GraphMonitors(context, _graph, _metadata, Queue);
    }

    /// <inheritdoc />
    public override int Workers { get; }

    /// <inheritdoc />
    public override void Watch(Watches<string> watches)
    {
        // The kinds are not known before the server is asked: see GraphMonitors.
    }

    /// <inheritdoc />
    public override Task PrepareAsync(CancellationToken ct) => _monitors.WaitForSyncAsync(ct);

    /// <inheritdoc />
    public override async Task RunAsync(CancellationToken ct) => await Task.WhenAll(_monitors.RunAsync(ct), base.RunAsync(ct));

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(string key, CancellationToken ct)
    {
        if (_graph.Find(key) is not { } item)
        {
            return Requeue.None;
        }

        if (item.IsOrphaning)
        {
            await OrphanDependentsAsync(item, ct);
        }
        else if (item.IsDeletingDependents)
        {
            await FinishForegroundAsync(item, ct);
        }
        else if (!item.IsBeingDeleted && item.HasDoubtfulOwner)
        {
            return await JudgeAsync(item, ct);
        }

        return Requeue.None;
    }

    /// <summary>Looks at an object and its owners as they are now, and does what follows.</summary>
    private async Task<Requeue> JudgeAsync(GraphItem item, CancellationToken ct)
    {
        if (await FindLiveAsync(item, ct) is not { } latest)
        {
            return Requeue.None;
        }

        var references = latest.Metadata?.OwnerReferences ?? [];
        var states = new Dictionary<OwnerReference, OwnerState>();
        foreach (var reference in references)
        {
            states[reference] = await StateOfAsync(item, reference, ct);
        }

        var verdict = DeletionRules.Decide(states.Values, latest.Metadata?.Finalizers ?? [], _graph.DependentsOf(item.Uid));
        switch (verdict.Fate)
        {
            case Fate.DropReferences:
                await SetOwnersAsync(item.Kind, latest, references.FindAll(reference => states[reference] == OwnerState.Solid), ct);
                break;
            case Fate.Delete:
                await DeleteAsync(item, latest, verdict, ct);
                break;
            case Fate.Keep:
            default:
                // An owner of a kind that is not served, yet or any more: its turn comes when the kinds are read again.
                return states.ContainsValue(OwnerState.Unknown) && item.Key.Namespace is not null ? Requeue.Later : Requeue.None;
        }

        return Requeue.None;
    }

    private async Task<OwnerState> StateOfAsync(GraphItem item, OwnerReference reference, CancellationToken ct)
    {
        if (_graph.IsKnownAbsent(reference.Uid!))
        {
            return OwnerState.Dangling;
        }

        if (_monitors.Catalog.Find(reference.ApiVersion, reference.Kind) is not { } kind || (kind.Namespaced && item.Key.Namespace is null))
        {
            return OwnerState.Unknown;
        }

        var owner = await _metadata.FindAsync(kind, new ObjectKey(kind.Namespaced ? item.Key.Namespace : null, reference.Name ?? string.Empty), ct);
        if (owner?.Metadata?.Uid != reference.Uid)
        {
            return OwnerState.Dangling;
        }

        return owner!.Metadata!.DeletionTimestamp is not null && owner.Metadata.Finalizers?.Contains(DeletionRules.ForegroundFinalizer) == true
            ? OwnerState.Waiting
            : OwnerState.Solid;
    }

    private async Task DeleteAsync(GraphItem item, PartialObjectMetadata latest, DeletionVerdict verdict, CancellationToken ct)
    {
        if (verdict.Unblock)
        {
            var unblocked = (latest.Metadata?.OwnerReferences ?? []).ConvertAll(reference => new OwnerReference
            {
                ApiVersion = reference.ApiVersion,
                Kind = reference.Kind,
                Name = reference.Name,
                Uid = reference.Uid,
                Controller = reference.Controller,
                BlockOwnerDeletion = false,
            });
            await SetOwnersAsync(item.Kind, latest, unblocked, ct);
        }

        var options = new DeleteOptions { PropagationPolicy = verdict.Propagation, Preconditions = new Preconditions { Uid = item.Uid } };
        await _metadata.DeleteAsync(item.Kind, item.Key, options, ct);
    }

    /// <summary>A foreground deletion: when nothing that blocks it is left, the finalizer goes; until then the dependents are looked at.</summary>
    private async Task FinishForegroundAsync(GraphItem item, CancellationToken ct)
    {
        var blocking = _graph.DependentsOf(item.Uid).Where(dependent => dependent.Blocks.Contains(item.Uid)).ToList();
        if (blocking.Count == 0)
        {
            await RemoveFinalizerAsync(item, DeletionRules.ForegroundFinalizer, ct);
        }

        foreach (var dependent in blocking.Where(dependent => !dependent.IsDeletingDependents))
        {
            Queue.Add(dependent.Uid);
        }
    }

    private async Task OrphanDependentsAsync(GraphItem owner, CancellationToken ct)
    {
        foreach (var dependent in _graph.DependentsOf(owner.Uid))
        {
            if (await FindLiveAsync(dependent, ct) is { Metadata.OwnerReferences: { } references } latest && references.Exists(reference => reference.Uid == owner.Uid))
            {
                await SetOwnersAsync(dependent.Kind, latest, references.FindAll(reference => reference.Uid != owner.Uid), ct);
            }
        }

        await RemoveFinalizerAsync(owner, DeletionRules.OrphanFinalizer, ct);
    }

    private async Task RemoveFinalizerAsync(GraphItem item, string finalizer, CancellationToken ct)
    {
        if (await FindLiveAsync(item, ct) is not { Metadata.Finalizers: { } finalizers } latest || !finalizers.Contains(finalizer))
        {
            return;
        }

        var left = new JsonArray([.. finalizers.Where(name => name != finalizer).Select(name => JsonValue.Create(name))]);
        await _metadata.PatchAsync(item.Kind, latest, new JsonObject { ["finalizers"] = left }, ct);
    }

    /// <summary>The object as the server has it; null when it is gone or another one has its name, which the graph learns here already.</summary>
    private async Task<PartialObjectMetadata?> FindLiveAsync(GraphItem item, CancellationToken ct)
    {
        var latest = await _metadata.FindAsync(item.Kind, item.Key, ct);
        if (latest?.Metadata?.Uid == item.Uid)
        {
            return latest;
        }

        foreach (var uid in _graph.Remove(item.Uid))
        {
            Queue.Add(uid);
        }

        return null;
    }

    private Task SetOwnersAsync(ResourceInfo kind, PartialObjectMetadata latest, List<OwnerReference> owners, CancellationToken ct)
    {
        var list = JsonSerializer.SerializeToNode(new ObjectMeta { OwnerReferences = owners }, ApiJson.TypeInfo<ObjectMeta>())!["ownerReferences"];
        return _metadata.PatchAsync(kind, latest, new JsonObject { ["ownerReferences"] = list!.DeepClone() }, ct);
    }
}
