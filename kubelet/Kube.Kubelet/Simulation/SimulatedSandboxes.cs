using System.Net;
using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Sandboxes;

namespace Kube.Kubelet.Simulation;

/// <summary>Sandboxes that are records, on a network that is no more than its addresses: those of the node's pod range once it has one.</summary>
internal sealed class SimulatedSandboxes(SimulatedRuntime runtime, string node, IPNetwork ownRange) : ISandboxes, IPodNetwork
{
    private volatile AddressPool _addresses = new(ownRange);

    public AddressPool Addresses => _addresses;

    public IPNetwork? LastRange => null;

    public Task ConfigureAsync(IPNetwork range, IEnumerable<ContainerSnapshot> running, CancellationToken ct)
    {
        var pool = new AddressPool(range);
        foreach (var container in running.Where(c => c.Identity.PodIP.Length > 0))
        {
            pool.Adopt(container.Identity.PodUid, IPAddress.Parse(container.Identity.PodIP));
        }

        _addresses = pool;
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(Pod pod, CancellationToken ct)
    {
        _addresses.Release(pod.Uid());
        return Task.CompletedTask;
    }

    public async Task<string> StartAsync(Pod pod, int attempt, string hostIP, CancellationToken ct)
    {
        var request = new ContainerRequest
        {
            Identity = new ContainerIdentity
            {
                Node = node,
                Role = ContainerRole.Sandbox,
                PodUid = pod.Uid(),
                PodNamespace = pod.Namespace(),
                PodName = pod.Name(),
                ContainerName = "POD",
                Attempt = attempt,
                PodIP = pod.UsesHostNetwork() ? "" : _addresses.Take(pod.Uid()).ToString(),
            },
            Image = PauseImage.Name,
        };
        var id = await runtime.CreateAsync(request, ct);
        await runtime.StartAsync(id, ct);
        return id;
    }

    public IReadOnlyList<ContainerMount> Mounts(Pod pod) => [];
}
