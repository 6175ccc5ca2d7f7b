using Kube.Kubelet.Node;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Sandboxes;
using Microsoft.Extensions.Logging;

namespace Kube.Kubelet;

/// <summary>One node's parts: its containers, its pods' workers, its object and its Lease, on what the nodes of the process share.</summary>
internal sealed class KubeletParts
{
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);

    // How long the API server may take to answer before the kubelet goes by what it wrote down itself.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);
    private readonly SharedParts _shared;
    private readonly PauseImage _pause;
    private readonly NodeLease _lease;
    private readonly NodeAgent _agent;

    public KubeletParts(SharedParts shared, PodServices services, NodeSettings settings, IMachine machine)
    {
        _shared = shared;
        Services = services;
        var labels = NodeLabels.For(Name, settings.Labels);
        Workers = new PodWorkers(services, labels);
        _pause = new PauseImage(services.Runtime);
        _lease = new NodeLease(shared.Client, Name, settings.Lease, shared.Nodes, shared.Time, shared.Loggers.CreateLogger<NodeLease>());
        _agent = new NodeAgent(settings, machine, labels, services, shared.Client, shared.Nodes);
    }

    public string Name => Services.Node.Name;

    public PodServices Services { get; }

    public PodWorkers Workers { get; }

    /// <summary>Why the node cannot run pods; null when it can.</summary>
    public string? Trouble => _agent.Trouble;

    /// <summary>Completes when the API server has been told of the node's state.</summary>
    public Task Reported => _agent.Reported;

    /// <summary>Runs until cancelled, or until one of the parts fails.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        Task[] loops = [Services.Containers.RunAsync(ct), PodsAsync(ct), _agent.RunAsync(ct), _lease.RunAsync(ct)];
        await await Task.WhenAny(loops);
    }

    // Pods are taken up once it is known what runs already: a pod that runs must not look like a new one.
    private async Task PodsAsync(CancellationToken ct)
    {
        await Services.Containers.WaitForListAsync(ct);
        await UntilDoneAsync(_pause.EnsureAsync, ct);
        await UntilDoneAsync(_agent.RestoreNetworkAsync, ct);
        Workers.Start(ct);
        var synced = Task.WhenAll(_shared.Pods.WaitForSyncAsync(ct), _shared.Services.WaitForSyncAsync(ct));
        if (!synced.IsCompleted && await Task.WhenAny(synced, Task.Delay(s_patience, _shared.Time, ct)) != synced)
        {
            Workers.Restore();
        }

        _shared.Pods.Subscribe(Name, Workers.On);
        await synced;
        await UntilDoneAsync(token => Workers.RemoveOrphansAsync(_shared.Pods.Of(Name), token), ct);
        await Task.Delay(Timeout.InfiniteTimeSpan, _shared.Time, ct);
    }

    private async Task UntilDoneAsync(Func<CancellationToken, Task> step, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await step(ct);
                return;
            }
            catch (RuntimeException e)
            {
                Services.Logger.StartDelayed(e.Message);
            }

            await Task.Delay(s_retry, _shared.Time, ct);
        }
    }
}
