using System.Net;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Kubelet.Config;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;
using Microsoft.Extensions.Logging;
using KubeNode = Kube.Api.Core.V1.Node;

namespace Kube.Kubelet.Node;

/// <summary>
/// Watches this node's own object; owns its existence and status. Registers the node, again if somebody deletes it; brings the pod network about once
/// the node has its range; writes the status when it says something new, and every few minutes all the same. Liveness is the Lease's business.
/// </summary>
internal sealed class NodeAgent(NodeSettings settings, IMachine machine, NodeLabels labels, PodServices services, KubeClient client, ByNode<KubeNode> nodes)
{
    private static readonly TimeSpan s_report = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);
    private readonly Bell _signal = new(services.Time);
    private readonly NodeFacts _facts = services.Node;
    private readonly TaskCompletionSource _reported = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _network = new(1);
    private IPNetwork? _range;
    private DateTime _written;

    /// <summary>Why the node cannot run pods; null when it can.</summary>
    public string? Trouble { get; private set; } = "kubelet is starting";

    /// <summary>Completes when the node's status has been written for the first time.</summary>
    public Task Reported => _reported.Task;

    /// <summary>Brings the network about as it was before the kubelet was restarted, without asking the API server.</summary>
    public async Task RestoreNetworkAsync(CancellationToken ct)
    {
        if (services.Network.LastRange is { } range)
        {
            await ConfigureNetworkAsync(range, ct);
        }
    }

    public async Task RunAsync(CancellationToken ct)
    {
        nodes.Subscribe(_facts.Name, _ => _signal.Ring());
        services.Containers.AvailabilityChanged += _signal.Ring;
        while (!ct.IsCancellationRequested)
        {
            var next = services.Now + settings.StatusFrequency;
            try
            {
                await StepAsync(ct);
            }
            catch (Exception e) when (e is ApiException or HttpRequestException or IOException or TimeoutException or RuntimeException)
            {
                services.Logger.NodeStepFailed(e.Message);
                next = services.Now + s_retry;
            }

            await _signal.WaitAsync(next, ct);
        }
    }

    private async Task StepAsync(CancellationToken ct)
    {
        var node = nodes.Get(_facts.Name) ?? await RegisterAsync(ct);
        labels.Current = node.Metadata?.Labels ?? labels.Current;
        if (IPNetwork.TryParse(node.Spec?.PodCIDR, out var range) && range != _range && services.Containers.Trouble is null)
        {
            await ConfigureNetworkAsync(range, ct);
        }

        Trouble = services.Containers.Trouble is { } away ? $"container runtime is down: {away}"
            : services.Network.Addresses is null ? "container runtime network not ready: the node has no podCIDR yet"
            : null;
        var images = services.Containers.Trouble is null ? await services.Runtime.ListImagesAsync(ct) : [];
        var system = await SystemAsync(node.Status?.NodeInfo?.ContainerRuntimeVersion, ct);
        var seen = new NodeObservation(_facts, system, machine.Pressure(), Trouble, images, settings.Port, services.Now);
        var status = NodeStatusBuilder.Build(seen, node.Status);
        if (!NodeStatusBuilder.SaysTheSame(node.Status, status) || services.Now - _written > s_report)
        {
            await WriteAsync(status, ct);
        }

        _reported.TrySetResult();
    }

    private async Task ConfigureNetworkAsync(IPNetwork range, CancellationToken ct)
    {
        await _network.WaitAsync(ct);
        try
        {
            if (range == _range)
            {
                return;
            }

            await services.Network.ConfigureAsync(range, services.Containers.All().Where(c => c.IsRunning), ct);
            _facts.Address = settings.Address.Length > 0 ? settings.Address : services.Network.Addresses!.Gateway.ToString();
            _range = range;
            services.Logger.NetworkReady(range, _facts.Address);
        }
        finally
        {
            _network.Release();
        }
    }

    private async Task<KubeNode> RegisterAsync(CancellationToken ct)
    {
        var node = new KubeNode
        {
            ApiVersion = "v1",
            Kind = "Node",
            Metadata = new ObjectMeta { Name = _facts.Name, Labels = labels.Initial.ToDictionary() },
            Spec = new NodeSpec { Taints = settings.Taints.Count > 0 ? [.. settings.Taints] : null },
        };
        try
        {
            var created = await client.CreateAsync(node, ct);
            services.Logger.Registered(_facts.Name);
            return created;
        }
        catch (ApiException e) when (e.IsAlreadyExists)
        {
            return await client.GetAsync<KubeNode>(null, _facts.Name, ct);
        }
    }

    private async Task WriteAsync(NodeStatus status, CancellationToken ct)
    {
        var json = JsonNode.Parse(ApiJson.Serialize(new KubeNode { Status = status }))!["status"]!.DeepClone();
        var patch = new JsonObject { ["status"] = json };
        await client.PatchAsync<KubeNode>(null, _facts.Name, Patch.Strategic((JsonNode)patch), ct, "status");
        _written = services.Now;
    }

    private async Task<NodeSystemInfo> SystemAsync(string? lastRuntime, CancellationToken ct)
    {
        var system = machine.System();
        system.ContainerRuntimeVersion = services.Containers.Trouble is null ? await services.Runtime.VersionAsync(ct) : lastRuntime ?? "docker://unknown";
        return system;
    }
}
