using Kube.Api;
using Kube.Api.Apps.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Controllers.Runtime;
using ConditionStatus = Kube.Api.Core.V1.ConditionStatus;

namespace Kube.Controllers.Deployments;

/// <summary>Carries out what a Deployment has decided about its ReplicaSets.</summary>
internal sealed class ReplicaSetWriter(ControllerContext context)
{
    private readonly KubeClient _client = context.Client;

    private DateTime Now => context.Time.GetUtcNow().UtcDateTime;

    /// <summary>Finds the ReplicaSet of the current template and brings its revision up to date; makes it where asked to. The Deployment's own revision follows.</summary>
    public async Task<Rollout> EnsureCurrentAsync(Rollout rollout, bool create, CancellationToken ct)
    {
        var revision = Revision.Next(rollout);
        if (rollout.Current is { } existing)
        {
            var current = await RefreshAsync(rollout.Deployment, existing, revision, ct);
            var found = rollout.With(await MarkRevisionAsync(rollout.Deployment, Revision.Of(current), ct)).With(current);
            return Progress.Find(found.Deployment.Status, DeploymentConditionType.Progressing) is null
                ? await SetProgressingAsync(found, ConditionStatus.True, Progress.SetFound, $"Found new replica set \"{current.Metadata?.Name}\"", ct)
                : found;
        }

        return create ? await CreateAsync(rollout, revision, ct) : rollout;
    }

    /// <summary>Scales a ReplicaSet and notes the Deployment's size on it. False when nothing had to change.</summary>
    public async Task<bool> ResizeAsync(Rollout rollout, Resize resize, CancellationToken ct)
    {
        var (set, replicas) = resize;
        var changed = set.Clone();
        var annotated = Revision.MarkSize(rollout, changed);
        if (set.Wanted() == replicas && !annotated)
        {
            return false;
        }

        changed.Spec!.Replicas = replicas;
        await _client.UpdateAsync(changed, ct);
        if (set.Wanted() != replicas)
        {
            var direction = replicas > set.Wanted() ? "up" : "down";
            Event(rollout, $"Scaled {direction} replica set {set.Metadata?.Name} from {set.Wanted()} to {replicas}");
        }

        return true;
    }

    /// <summary>Scales ReplicaSets whose size differs. False when none did.</summary>
    public async Task<bool> ResizeAllAsync(Rollout rollout, IEnumerable<Resize> resizes, CancellationToken ct)
    {
        var changed = false;
        foreach (var resize in resizes.Where(resize => resize.Set.Wanted() != resize.Replicas))
        {
            changed |= await ResizeAsync(rollout, resize, ct);
        }

        return changed;
    }

    /// <summary>Deletes old ReplicaSets beyond the history limit.</summary>
    public async Task CleanUpAsync(Rollout rollout, CancellationToken ct)
    {
        foreach (var set in Revision.Surplus(rollout))
        {
            try
            {
                var onlyThis = new DeleteOptions { Preconditions = new Preconditions { Uid = set.Uid() } };
                await _client.DeleteAsync<ReplicaSet>(set.Metadata?.Namespace, set.Metadata!.Name!, onlyThis, ct);
            }
            catch (ApiException error) when (error.IsNotFound)
            {
                // Somebody was faster.
            }
        }
    }

    /// <summary>Writes a status that differs from the stored one.</summary>
    public async Task<Deployment> WriteStatusAsync(Deployment deployment, DeploymentStatus status, CancellationToken ct) =>
        Wire.Same(deployment.Status, status)
            ? deployment
            : await _client.UpdateStatusAsync(new Deployment { Metadata = deployment.Metadata, Spec = deployment.Spec, Status = status }, ct);

    private async Task<ReplicaSet> RefreshAsync(Deployment deployment, ReplicaSet set, long revision, CancellationToken ct)
    {
        var changed = set.Clone();
        var marked = Revision.MarkCurrent(deployment, changed, revision);
        if (!marked && (set.Spec?.MinReadySeconds ?? 0) == (deployment.Spec?.MinReadySeconds ?? 0))
        {
            return set;
        }

        changed.Spec!.MinReadySeconds = deployment.Spec?.MinReadySeconds;
        return await _client.UpdateAsync(changed, ct);
    }

    private async Task<Rollout> CreateAsync(Rollout rollout, long revision, CancellationToken ct)
    {
        var wanted = Revision.NewSet(rollout.Deployment);
        wanted.Spec!.Replicas = Rolling.CurrentReplicas(rollout.With(wanted));
        Revision.MarkCurrent(rollout.Deployment, wanted, revision);
        Revision.MarkSize(rollout, wanted);
        ReplicaSet created;
        try
        {
            created = await _client.CreateAsync(wanted, ct);
        }
        catch (ApiException taken) when (taken.IsAlreadyExists)
        {
            return await ResolveCollisionAsync(rollout, wanted, ct);
        }
        catch (ApiException error) when (!PodWriter.IsNamespaceTerminating(error))
        {
            var message = $"Failed to create new replica set \"{wanted.Metadata?.Name}\": {error.Message}";
            context.Events.Record(rollout.Deployment, "Warning", Progress.SetCreateError, message);
            await SetProgressingAsync(rollout, ConditionStatus.False, Progress.SetCreateError, message, ct);
            throw;
        }

        if (created.Wanted() > 0)
        {
            Event(rollout, $"Scaled up replica set {created.Metadata?.Name} from 0 to {created.Wanted()}");
        }

        var deployment = await MarkRevisionAsync(rollout.Deployment, revision, ct);
        return await SetProgressingAsync(
            rollout.With(deployment).With(created), ConditionStatus.True, Progress.NewSetCreated, $"Created new replica set \"{created.Metadata?.Name}\"", ct);
    }

    /// <summary>The name is taken: by our own ReplicaSet, which the cache has not shown yet, or by a stranger, which calls for another hash.</summary>
    private async Task<Rollout> ResolveCollisionAsync(Rollout rollout, ReplicaSet wanted, CancellationToken ct)
    {
        var deployment = rollout.Deployment;
        var live = await _client.GetAsync<ReplicaSet>(wanted.Metadata?.Namespace, wanted.Metadata!.Name!, ct);
        if (live.IsControlledBy(deployment) && PodTemplateHash.Same(live.Spec?.Template, deployment.Spec?.Template))
        {
            return rollout.With(live);
        }

        var status = deployment.Status?.Clone() ?? new DeploymentStatus();
        status.CollisionCount = (status.CollisionCount ?? 0) + 1;
        var collided = await WriteStatusAsync(deployment, status, ct);
        return await CreateAsync(rollout.With(collided), Revision.Next(rollout), ct);
    }

    private async Task<Deployment> MarkRevisionAsync(Deployment deployment, long revision, CancellationToken ct)
    {
        if (Revision.Of(deployment) == revision || revision == 0)
        {
            return deployment;
        }

        var annotations = new Dictionary<string, string> { [Revision.Annotation] = $"{revision}" };
        var patch = new PartialObjectMetadata { Metadata = new ObjectMeta { Uid = deployment.Uid(), Annotations = annotations } };

        // Through status: an annotation written to the object itself would count as a new generation.
        return await _client.PatchAsync<Deployment>(deployment.Metadata?.Namespace, deployment.Metadata!.Name!, Patch.Merge(patch), ct, "status");
    }

    private async Task<Rollout> SetProgressingAsync(Rollout rollout, string status, string reason, string message, CancellationToken ct)
    {
        if (!Progress.HasDeadline(rollout.Deployment))
        {
            return rollout;
        }

        var changed = rollout.Deployment.Status?.Clone() ?? new DeploymentStatus();
        Progress.Set(changed, Progress.Condition(DeploymentConditionType.Progressing, status, reason, message, Now));
        return rollout.With(await WriteStatusAsync(rollout.Deployment, changed, ct));
    }

    private void Event(Rollout rollout, string message) => context.Events.Record(rollout.Deployment, "Normal", "ScalingReplicaSet", message);
}
