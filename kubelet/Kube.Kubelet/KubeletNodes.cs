using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Server;

namespace Kube.Kubelet;

/// <summary>The nodes of this process, one as a rule, and what they share. The first of all loops to fail ends them all.</summary>
internal sealed class KubeletNodes(SharedParts shared, IReadOnlyList<KubeletParts> nodes) : IPodSource
{
    // So many nodes make themselves known at a time: enough to keep the API server busy, too few to queue up before it.
    private const int Newcomers = 64;
    private readonly SemaphoreSlim _room = new(Newcomers);
    private readonly Dictionary<string, KubeletParts> _byName = nodes.ToDictionary(n => n.Name);

    /// <inheritdoc/>
    public IEnumerable<Pod> Pods => nodes.SelectMany(n => n.Workers.Pods);

    /// <summary>How many containers run, sandboxes aside.</summary>
    public int RunningContainers => nodes.Sum(n => n.Services.Containers.All().Count(c => c.IsRunning && c.Identity.Role != ContainerRole.Sandbox));

    /// <summary>Why not all nodes can run pods; null when they can.</summary>
    public string? Trouble => nodes.Count == 1 ? nodes[0].Trouble
        : nodes.Count(n => n.Trouble is not null) is var troubled and > 0 ? $"{troubled} of {nodes.Count} nodes are not ready, {nodes.First(n => n.Trouble is not null).Name} for one"
        : null;

    /// <inheritdoc/>
    public (Pod Pod, PodServices Node)? Find(string ns, string name) =>
        shared.Pods.Get(ns, name) is { Spec.NodeName: { } node } pod && _byName.TryGetValue(node, out var parts) ? (pod, parts.Services) : null;

    /// <summary>The machine behind the nodes, by the name of the first; many simulated ones share none.</summary>
    public NodeReading Reading => new(nodes[0].Name, nodes[0].Services.Usage.OfMachine);

    public async Task RunAsync(CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        shared.Maps.Changed += key => OnConfig(key, secret: false);
        shared.Secrets.Changed += key => OnConfig(key, secret: true);
        Task[] loops = [.. shared.Run(stop.Token), NodesAsync(stop.Token)];
        var first = await Task.WhenAny(loops);
        await stop.CancelAsync();
        await Task.WhenAll(nodes.Select(n => n.Workers.WhenStoppedAsync()));
        await first;
    }

    private async Task NodesAsync(CancellationToken ct)
    {
        var running = new List<Task>(nodes.Count);
        foreach (var node in nodes)
        {
            await _room.WaitAsync(ct);
            running.Add(node.RunAsync(ct));
            _ = node.Reported.ContinueWith(_ => _room.Release(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        await await Task.WhenAny(running);
    }

    private void OnConfig(ObjectKey key, bool secret)
    {
        foreach (var node in nodes)
        {
            node.Workers.OnConfig(key, secret);
        }
    }
}
