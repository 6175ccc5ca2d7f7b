using System.Net;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.NodeIpam;

/// <summary>
/// Gives every Node a block of pod addresses.
/// Watches Nodes; writes <c>spec.podCIDR</c> and <c>spec.podCIDRs</c> of nodes that have none, once; never changes one. What nodes hold is
/// the only record: at the start all of it is taken in before the first block is given out.
/// </summary>
internal sealed class NodeIpamController(ControllerContext context, IPNetwork clusterCidr, int maskSize) : Controller<ObjectKey>(context, "node-ipam-controller")
{
    private readonly Informer<Node> _nodes = context.Caches.Nodes;
    private readonly CidrPool _pool = new(clusterCidr, maskSize);
    private readonly Dictionary<string, string> _heldByNode = [];

    /// <summary>One: the pool has one owner.</summary>
    public override int Workers => 1;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches.Each(_nodes);

    /// <inheritdoc />
    public override Task PrepareAsync(CancellationToken ct)
    {
        foreach (var node in _nodes.List())
        {
            Hold(node);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_nodes.Get(null, key.Name) is not { } node)
        {
            if (_heldByNode.Remove(key.Name, out var released))
            {
                _pool.Release(released);
            }

            return Requeue.None;
        }

        if (!string.IsNullOrEmpty(node.Spec?.PodCIDR))
        {
            Hold(node);
            return Requeue.None;
        }

        return await AssignAsync(node, ct);
    }

    private async Task<Requeue> AssignAsync(Node node, CancellationToken ct)
    {
        var name = node.Metadata!.Name!;
        if (!_heldByNode.TryGetValue(name, out var block))
        {
            block = _pool.Allocate();
            if (block is null)
            {
                Normal(node, "CIDRNotAvailable", $"Node {name} status is now: CIDRNotAvailable");
                return Requeue.Later;
            }

            // Kept for the node even if the write fails: it may have arrived.
            _heldByNode[name] = block;
        }

        var patch = new Node { Metadata = new ObjectMeta { Uid = node.Uid() }, Spec = new NodeSpec { PodCIDR = block, PodCIDRs = [block] } };
        await Client.PatchAsync<Node>(null, name, Patch.Merge(patch), ct);
        return Requeue.None;
    }

    private void Hold(Node node)
    {
        if (node.Spec?.PodCIDR is not { Length: > 0 } block || _heldByNode.GetValueOrDefault(node.Metadata!.Name!) == block)
        {
            return;
        }

        if (_heldByNode.Remove(node.Metadata!.Name!, out var other))
        {
            _pool.Release(other);
        }

        _pool.Occupy(block);
        _heldByNode[node.Metadata.Name!] = block;
    }
}
