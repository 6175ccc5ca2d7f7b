using Kube.Api;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Controllers.Runtime;
using Kube.Machinery.Selectors;

namespace Kube.Controllers.Deployments;

/// <summary>
/// Rolls a Deployment's pod template out: one ReplicaSet per template, and sizes moved from the old ones to the current one.
/// Watches Deployments, ReplicaSets and the end of pods; owns ReplicaSets; writes ReplicaSets, the Deployment's status and its revision
/// annotation; never touches pods.
/// </summary>
internal sealed class DeploymentController(ControllerContext context, int workers) : Controller<ObjectKey>(context, "deployment-controller")
{
    private readonly Caches _caches = context.Caches;
    private readonly ControllerRefs<Deployment, ReplicaSet> _refs = new(context.Client);
    private readonly ReplicaSetWriter _writer = new(context);

    /// <inheritdoc />
    public override int Workers => workers;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches
        .Each(_caches.Deployments)
        .OwnersOf(_caches.ReplicaSets, _caches.Deployments, adopters: DeploymentsMatching)
        .Changes(_caches.Pods, RecreatedBy);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_caches.Deployments.Get(key.Namespace, key.Name) is not { } deployment)
        {
            return Requeue.None;
        }

        if (SelectsEverything(deployment))
        {
            Warn(deployment, "SelectingAll", "This deployment is selecting all pods. A non-empty selector is required.");
            return Requeue.None;
        }

        var sets = await _refs.ClaimAsync(deployment, deployment.Spec?.Selector, _caches.ReplicaSetsFor(deployment), ct);
        var rollout = Rollout.Of(await MarkPausedAsync(deployment, ct), sets);
        if (deployment.Metadata?.DeletionTimestamp is not null)
        {
            await _writer.WriteStatusAsync(deployment, Progress.Count(rollout, Now), ct);
            return Requeue.None;
        }

        if (deployment.Spec?.Paused == true || WasScaled(rollout))
        {
            await ScaleAsync(rollout, ct);
            return Requeue.None;
        }

        rollout = rollout.IsRolling ? await RollAsync(rollout, ct) : await RecreateAsync(rollout, ct);
        var status = Progress.Of(rollout, Now);
        await _writer.WriteStatusAsync(rollout.Deployment, status, ct);
        return Requeue.In(Progress.UntilDeadline(rollout.Deployment, status, Now));
    }

    /// <summary>One step of a rolling update; the effect of it brings the next.</summary>
    private async Task<Rollout> RollAsync(Rollout rollout, CancellationToken ct)
    {
        rollout = await _writer.EnsureCurrentAsync(rollout, create: true, ct);
        var moved = await _writer.ResizeAllAsync(rollout, [new Resize(rollout.Current!, Rolling.CurrentReplicas(rollout))], ct)
            || await _writer.ResizeAllAsync(rollout, Rolling.ShrinkOld(rollout), ct);
        await CleanUpWhenCompleteAsync(rollout, moved, ct);
        return rollout;
    }

    private async Task<Rollout> RecreateAsync(Rollout rollout, CancellationToken ct)
    {
        rollout = await _writer.EnsureCurrentAsync(rollout, create: false, ct);
        if (await _writer.ResizeAllAsync(rollout, Recreate.ShrinkOld(rollout), ct) || Recreate.OldPodsRemain(rollout, PodsOf(rollout)))
        {
            return rollout;
        }

        rollout = await _writer.EnsureCurrentAsync(rollout, create: true, ct);
        var moved = await _writer.ResizeAllAsync(rollout, [new Resize(rollout.Current!, rollout.Desired)], ct);
        await CleanUpWhenCompleteAsync(rollout, moved, ct);
        return rollout;
    }

    /// <summary>The user changed the size, or has paused the rollout: sizes follow, templates do not.</summary>
    private async Task ScaleAsync(Rollout rollout, CancellationToken ct)
    {
        rollout = await _writer.EnsureCurrentAsync(rollout, create: false, ct);
        foreach (var resize in Scaling.Plan(rollout))
        {
            await _writer.ResizeAsync(rollout, resize, ct);
        }

        if (rollout.Deployment.Spec?.Paused == true)
        {
            await _writer.CleanUpAsync(rollout, ct);
        }

        await _writer.WriteStatusAsync(rollout.Deployment, Progress.Count(rollout, Now), ct);
    }

    private async Task CleanUpWhenCompleteAsync(Rollout rollout, bool moved, CancellationToken ct)
    {
        if (!moved && Progress.IsComplete(rollout.Deployment, rollout.Deployment.Status))
        {
            await _writer.CleanUpAsync(rollout, ct);
        }
    }

    private async Task<Deployment> MarkPausedAsync(Deployment deployment, CancellationToken ct)
    {
        if (Progress.PauseCondition(deployment, Now) is not { } condition)
        {
            return deployment;
        }

        var status = deployment.Status?.Clone() ?? new DeploymentStatus();
        Progress.Set(status, condition);
        return await _writer.WriteStatusAsync(deployment, status, ct);
    }

    /// <summary>The user scaled the Deployment since its ReplicaSets were last sized.</summary>
    private static bool WasScaled(Rollout rollout) =>
        rollout.All.Any(set => set.Wanted() > 0 && Revision.DesiredReplicas(set) is { } desired && desired != rollout.Desired);

    private static bool SelectsEverything(Deployment deployment) =>
        deployment.Spec?.Selector is not { } selector || (selector.MatchLabels is null or { Count: 0 } && selector.MatchExpressions is null or { Count: 0 });

    private IEnumerable<Pod> PodsOf(Rollout rollout) => rollout.All.SelectMany(set => _caches.PodsOwnedBy(set.Uid()));

    private IEnumerable<ObjectKey> DeploymentsMatching(ReplicaSet orphan) => _caches.Deployments.List(orphan.Metadata?.Namespace)
        .Where(deployment => !SelectsEverything(deployment) && Selector.From(deployment.Spec?.Selector).Matches(orphan.Metadata?.Labels))
        .Select(deployment => deployment.Key());

    /// <summary>A pod has ended: a Deployment that recreates may have waited for it.</summary>
    private IEnumerable<ObjectKey> RecreatedBy(Change<Pod> change)
    {
        var pod = change.Object;
        if ((change.Type == ChangeType.Deleted || pod.IsTerminal())
            && pod.Controller() is { } owner && owner.IsOfKind(ReplicaSet.Info)
            && _caches.ReplicaSets.Get(pod.Metadata?.Namespace, owner.Name ?? string.Empty)?.Controller() is { } deployment
            && _caches.Deployments.Get(pod.Metadata?.Namespace, deployment.Name ?? string.Empty)?.Spec?.Strategy?.Type == DeploymentStrategyType.Recreate)
        {
            yield return new ObjectKey(pod.Metadata?.Namespace, deployment.Name!);
        }
    }
}
