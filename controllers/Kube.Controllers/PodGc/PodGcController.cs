using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Controllers.NodeLifecycle;
using Kube.Controllers.Runtime;
using ConditionStatus = Kube.Api.Core.V1.ConditionStatus;

namespace Kube.Controllers.PodGc;

/// <summary>
/// Removes pods that nobody will end: those of nodes that no longer exist, deleted ones that never got a node or whose node was declared
/// out of service, and the oldest finished ones beyond a number.
/// Watches pods and Nodes; deletes pods without a grace period, after marking what was still running as Failed.
/// A deleted pod on a node that is merely silent stays: the node may return, and would have to end it.
/// </summary>
internal sealed class PodGcController(ControllerContext context, PodGcOptions options) : Controller<ObjectKey>(context, "pod-garbage-collector-controller")
{
    private readonly Caches _caches = context.Caches;
    private readonly Dictionary<string, DateTime> _missingSince = [];

    /// <summary>One: it remembers since when nodes are missing.</summary>
    public override int Workers => 1;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches
        .Changes(_caches.Pods, change => change.New is { } pod && (pod.IsTerminating() || pod.IsTerminal() || IsNodeMissing(pod)) ? [pod.Key()] : [])
        .Changes(_caches.Nodes, change => change.Type != ChangeType.Updated || IsOutOfService(change.New) ? _caches.PodsOn(change.Object.Metadata!.Name!).Select(pod => pod.Key()) : []);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_caches.Pods.Get(key.Namespace, key.Name) is not { } pod)
        {
            return Requeue.None;
        }

        if (IsNodeMissing(pod))
        {
            return await CollectOrphanAsync(pod, pod.Node()!, ct);
        }

        if (pod.Node() is { } node)
        {
            _missingSince.Remove(node);
        }

        if (pod.IsTerminating() && (pod.Node() is not { } host || IsOutOfService(_caches.Nodes.Get(null, host))))
        {
            await RemoveAsync(pod, ct);
        }
        else if (pod.IsTerminal())
        {
            await CollectFinishedAsync(ct);
        }

        return Requeue.None;
    }

    private async Task<Requeue> CollectOrphanAsync(Pod pod, string node, CancellationToken ct)
    {
        // A kubelet that registers again right after its Node was deleted keeps its pods.
        if (_missingSince.TryAdd(node, Now) || Now - _missingSince[node] < options.OrphanQuarantine)
        {
            return Requeue.In(_missingSince[node] + options.OrphanQuarantine - Now);
        }

        if (await Client.FindAsync<Node>(null, node, ct) is not null)
        {
            return Requeue.Later;
        }

        await MarkFailedAsync(pod, ct);
        await RemoveAsync(pod, ct);
        return Requeue.None;
    }

    private async Task MarkFailedAsync(Pod pod, CancellationToken ct)
    {
        if (pod.IsTerminal())
        {
            return;
        }

        var failed = pod.MarkedAsDisrupted("DeletionByPodGC", "PodGC: node no longer exists", Now);
        failed.Status!.Phase = PodPhase.Failed;
        await Client.UpdateStatusAsync(failed, ct);
    }

    private async Task CollectFinishedAsync(CancellationToken ct)
    {
        var finished = _caches.Pods.List().Where(pod => pod.IsTerminal() && !pod.IsTerminating()).ToList();
        var surplus = options.TerminatedThreshold <= 0 ? 0 : finished.Count - options.TerminatedThreshold;
        foreach (var pod in finished.OrderBy(pod => pod.Metadata?.CreationTimestamp).Take(Math.Max(0, surplus)))
        {
            await RemoveAsync(pod, ct);
        }
    }

    private async Task RemoveAsync(Pod pod, CancellationToken ct)
    {
        try
        {
            var now = new DeleteOptions { GracePeriodSeconds = 0, Preconditions = new Preconditions { Uid = pod.Uid() } };
            await Client.DeleteAsync<Pod>(pod.Metadata?.Namespace, pod.Metadata!.Name!, now, ct);
        }
        catch (ApiException error) when (error.IsNotFound)
        {
            // Gone already.
        }
    }

    private bool IsNodeMissing(Pod pod) => pod.Node() is { } node && _caches.Nodes.Get(null, node) is null;

    private static bool IsOutOfService(Node? node) => node is not null
        && NodeTaints.ConditionOf(node, NodeConditionType.Ready) != ConditionStatus.True
        && node.Spec?.Taints?.Exists(taint => taint.Key == NodeTaints.OutOfService) == true;
}
