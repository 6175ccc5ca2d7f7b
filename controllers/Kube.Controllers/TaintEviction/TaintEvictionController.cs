using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Controllers.Runtime;
using ConditionStatus = Kube.Api.Core.V1.ConditionStatus;

namespace Kube.Controllers.TaintEviction;

/// <summary>
/// Deletes pods from nodes whose NoExecute taints they do not tolerate, at once or when their toleration has run out.
/// Watches pods and Nodes; writes the DisruptionTarget condition and deletes pods, gracefully: on a dead node they stay until it
/// returns or the Node is deleted, while their replacements run elsewhere.
/// </summary>
internal sealed class TaintEvictionController(ControllerContext context) : Controller<ObjectKey>(context, "taint-eviction-controller")
{
    private readonly Caches _caches = context.Caches;

    /// <inheritdoc />
    public override int Workers => 8;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches
        .Changes(_caches.Pods, change => change.New is { } pod && pod.Node() is { } node && HasEvictingTaint(_caches.Nodes.Get(null, node)) ? [pod.Key()] : [])
        .Changes(_caches.Nodes, change => HasEvictingTaint(change.New) ? _caches.PodsOn(change.Object.Metadata!.Name!).Select(pod => pod.Key()) : []);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_caches.Pods.Get(key.Namespace, key.Name) is not { } pod || pod.IsTerminating() || pod.Node() is not { } node
            || TolerationRules.EvictionTime(pod, _caches.Nodes.Get(null, node), Now) is not { } time)
        {
            return Requeue.None;
        }

        if (time > Now)
        {
            return Requeue.In(time - Now);
        }

        await EvictAsync(pod, ct);
        return Requeue.None;
    }

    private static bool HasEvictingTaint(Node? node) => node?.Spec?.Taints?.Exists(taint => taint.Effect == TaintEffect.NoExecute) == true;

    private async Task EvictAsync(Pod pod, CancellationToken ct)
    {
        try
        {
            Normal(pod, "TaintManagerEviction", $"Marking for deletion Pod {pod.Key()}");
            await MarkAsync(pod, ct);
            await Client.DeleteAsync<Pod>(pod.Metadata?.Namespace, pod.Metadata!.Name!, new DeleteOptions { Preconditions = new Preconditions { Uid = pod.Uid() } }, ct);
        }
        catch (ApiException error) when (error.IsNotFound)
        {
            // Gone already.
        }
    }

    private async Task MarkAsync(Pod pod, CancellationToken ct)
    {
        if (pod.Condition(PodConditionType.DisruptionTarget)?.Status == ConditionStatus.True)
        {
            return;
        }

        await Client.UpdateStatusAsync(pod.MarkedAsDisrupted("DeletionByTaintManager", "Taint manager: deleting due to NoExecute taint", Now), ct);
    }
}
