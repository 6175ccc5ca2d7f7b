using Kube.Api.Coordination.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Kubelet.Config;
using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Node;

/// <summary>Says several times per lease duration that the node is alive, in <c>kube-node-lease/NODE</c>. Owns that Lease.</summary>
internal sealed class NodeLease(KubeClient client, string node, LeaseTiming timing, ByNode<Api.Core.V1.Node> nodes, TimeProvider time, ILogger<NodeLease> logger)
{
    private const string Namespace = "kube-node-lease";
    private Lease? _held;

    public async Task RunAsync(CancellationToken ct)
    {
        await Task.Delay(timing.First, time, ct);
        while (!ct.IsCancellationRequested)
        {
            var pause = timing.Interval;
            try
            {
                await RenewAsync(ct);
            }
            catch (Exception e) when (e is ApiException or HttpRequestException or IOException or TimeoutException)
            {
                _held = null;
                pause = timing.Retry;
                logger.LeaseNotRenewed(e.Message);
            }

            await Task.Delay(pause, time, ct);
        }
    }

    private async Task RenewAsync(CancellationToken ct)
    {
        _held ??= await client.FindAsync<Lease>(Namespace, node, ct);
        var now = time.GetUtcNow().UtcDateTime;
        if (_held is null)
        {
            _held = await client.CreateAsync(await NewAsync(now, ct), ct);
            return;
        }

        _held.Spec ??= new LeaseSpec();
        _held.Spec.HolderIdentity = node;
        _held.Spec.LeaseDurationSeconds = (int)timing.Duration.TotalSeconds;
        _held.Spec.RenewTime = now;
        _held = await client.UpdateAsync(_held, ct);
    }

    // Owned by the node, so that it goes with it.
    private async Task<Lease> NewAsync(DateTime now, CancellationToken ct)
    {
        var owner = nodes.Get(node) ?? await client.FindAsync<Api.Core.V1.Node>(null, node, ct);
        return new Lease
        {
            ApiVersion = "coordination.k8s.io/v1",
            Kind = "Lease",
            Metadata = new ObjectMeta
            {
                Name = node,
                Namespace = Namespace,
                OwnerReferences = owner is null ? null : [new OwnerReference { ApiVersion = "v1", Kind = "Node", Name = node, Uid = owner.Metadata!.Uid }],
            },
            Spec = new LeaseSpec { HolderIdentity = node, LeaseDurationSeconds = (int)timing.Duration.TotalSeconds, RenewTime = now },
        };
    }
}
