using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Controllers.Runtime;
using ConditionStatus = Kube.Api.Core.V1.ConditionStatus;

namespace Kube.Controllers.NodeLifecycle;

/// <summary>
/// Notices nodes that have fallen silent, and shows the state of every node as taints.
/// Watches Nodes, their Leases and pods; writes conditions of silent nodes, taints, and the Ready condition of pods whose node is not ready;
/// deletes nothing: that is taint eviction's and pod collection's.
/// Time comes in by requeueing each node for the moment its grace period would end.
/// </summary>
internal sealed class NodeLifecycleController(ControllerContext context, NodeLifecycleOptions options) : Controller<ObjectKey>(context, "node-lifecycle-controller")
{
    private readonly Caches _caches = context.Caches;
    private readonly NodeHealth _health = new();

    /// <inheritdoc />
    public override int Workers => 2;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches
        .Changes(_caches.Nodes, NodesAffected)
        .Changes(_caches.NodeLeases, change => [new ObjectKey(null, change.Object.Metadata!.Name!)])
        .Changes(_caches.Pods, change => change.New is { } pod && pod.IsReady() && pod.Node() is { } node && IsNotReady(node) ? [new ObjectKey(null, node)] : []);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_caches.Nodes.Get(null, key.Name) is not { } node)
        {
            _health.Forget(key.Name);
            return Requeue.None;
        }

        var lastHeard = _health.LastHeard(node, _caches.NodeLeases.Get(Caches.NodeLeaseNamespace, key.Name), Now);
        var grace = node.Status?.Conditions?.Exists(condition => condition.Type == NodeConditionType.Ready) == true ? options.MonitorGracePeriod : options.StartupGracePeriod;
        var left = lastHeard + grace - Now;
        if (left < TimeSpan.Zero && NodeHealth.Silenced(node, Now) is { } conditions)
        {
            node = await SilenceAsync(node, conditions, ct);
        }

        await WriteTaintsAsync(node, ct);
        if (NodeTaints.ConditionOf(node, NodeConditionType.Ready) != ConditionStatus.True)
        {
            await MarkPodsNotReadyAsync(node, ct);
        }

        return left < TimeSpan.Zero ? Requeue.None : Requeue.In(left + TimeSpan.FromMilliseconds(1));
    }

    /// <summary>When the first node of the cluster becomes ready, or the last one stops being so, the taints of all change.</summary>
    private IEnumerable<ObjectKey> NodesAffected(Change<Node> change)
    {
        var readiness = (ReadinessOf(change.Old), ReadinessOf(change.New));
        return readiness.Item1 == readiness.Item2
            ? [new ObjectKey(null, change.Object.Metadata!.Name!)]
            : _caches.Nodes.List().Select(node => node.Key()).Append(new ObjectKey(null, change.Object.Metadata!.Name!)).Distinct();
    }

    private static string? ReadinessOf(Node? node) => node is null ? null : NodeTaints.ConditionOf(node, NodeConditionType.Ready);

    private bool IsNotReady(string node) => _caches.Nodes.Get(null, node) is { } known && ReadinessOf(known) != ConditionStatus.True;

    private async Task<Node> SilenceAsync(Node node, List<NodeCondition> conditions, CancellationToken ct)
    {
        var changed = node.Clone();
        changed.Status ??= new NodeStatus();
        changed.Status.Conditions = conditions;
        changed = await Client.UpdateStatusAsync(changed, ct);
        Normal(node, "NodeNotReady", $"Node {node.Metadata?.Name} status is now: NodeNotReady");
        return changed;
    }

    private async Task WriteTaintsAsync(Node node, CancellationToken ct)
    {
        var evict = _caches.Nodes.List().Any(other => other.Key() != node.Key() && ReadinessOf(other) == ConditionStatus.True);
        var wanted = NodeTaints.Of(node, evict, Now);
        if (Wire.Same(new NodeSpec { Taints = wanted.Count == 0 ? null : wanted }, new NodeSpec { Taints = node.Spec?.Taints is { Count: > 0 } taints ? taints : null }))
        {
            return;
        }

        // The revision is part of the patch: taints that somebody else wrote meanwhile must not be lost.
        var list = JsonSerializer.SerializeToNode(new NodeSpec { Taints = wanted }, ApiJson.TypeInfo<NodeSpec>())!["taints"]!.DeepClone();
        var patch = new JsonObject
        {
            ["metadata"] = new JsonObject { ["uid"] = node.Uid(), ["resourceVersion"] = node.Metadata?.ResourceVersion },
            ["spec"] = new JsonObject { ["taints"] = list },
        };
        await Client.PatchAsync<Node>(null, node.Metadata!.Name!, Patch.Merge(patch), ct);
    }

    private async Task MarkPodsNotReadyAsync(Node node, CancellationToken ct)
    {
        foreach (var pod in _caches.PodsOn(node.Metadata!.Name!).Where(pod => pod.IsReady() && !pod.IsTerminal()))
        {
            var changed = pod.Clone();
            var ready = changed.Condition(PodConditionType.Ready)!;
            ready.Status = ConditionStatus.False;
            ready.LastTransitionTime = Now;
            try
            {
                await Client.UpdateStatusAsync(changed, ct);
                Warn(pod, "NodeNotReady", "Node is not ready");
            }
            catch (ApiException error) when (error.IsNotFound)
            {
                // Gone already.
            }
        }
    }
}
