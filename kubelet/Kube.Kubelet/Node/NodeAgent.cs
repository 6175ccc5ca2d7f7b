using System.Net;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Sandboxes;
using Microsoft.Extensions.Logging;
using KubeNode = Kube.Api.Core.V1.Node;

namespace Kube.Kubelet.Node;

/// <summary>
/// Watches this node's own object; owns its existence and status. Registers the node, again if somebody deletes it; brings the pod network about once
/// the node has its range; writes the status when it says something new, and every few minutes all the same. Liveness is the Lease's business.
/// </summary>
internal sealed class NodeAgent(NodeSettings settings, NodeFacts facts, NodeLabels labels, PodServices services, KubeClient client, Informer<KubeNode> nodes)
{
    private static readonly TimeSpan s_report = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);
    private readonly Bell _signal = new(services.Time);
    private readonly SemaphoreSlim _network = new(1);
    private string? _range;
    private DateTime _written;

    /// <summary>Why the node cannot run pods; null when it can.</summary>
    public string? Trouble { get; private set; } = "kubelet is starting";

    /// <summary>Brings the network about as it was before the kubelet was restarted, without asking the API server.</summary>
    public async Task RestoreNetworkAsync(CancellationToken ct)
    {
        if (ProcFile.Text(RangeFile) is { Length: > 0 } range && IPNetwork.TryParse(range, out _))
        {
            await ConfigureNetworkAsync(range, ct);
        }
    }

    public async Task RunAsync(CancellationToken ct)
    {
        nodes.AddHandler(_ => _signal.Ring());
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

    private string RangeFile => Path.Combine(settings.RootDirectory, "pod-range");

    private async Task StepAsync(CancellationToken ct)
    {
        var node = nodes.Get(null, facts.Name) ?? await RegisterAsync(ct);
        labels.Current = node.Metadata?.Labels ?? labels.Current;
        if (node.Spec?.PodCIDR is { Length: > 0 } range && range != _range && services.Containers.Trouble is null)
        {
            await ConfigureNetworkAsync(range, ct);
        }

        Trouble = services.Containers.Trouble is { } away ? $"container runtime is down: {away}"
            : _range is null ? "container runtime network not ready: the node has no podCIDR yet"
            : null;
        var images = services.Containers.Trouble is null ? await services.Runtime.ListImagesAsync(ct) : [];
        var system = await SystemAsync(node.Status?.NodeInfo?.ContainerRuntimeVersion, ct);
        var seen = new NodeObservation(facts, system, NodePressure.Read(settings.RootDirectory), Trouble, images, settings.Port, services.Now);
        var status = NodeStatusBuilder.Build(seen, node.Status);
        if (!NodeStatusBuilder.SaysTheSame(node.Status, status) || services.Now - _written > s_report)
        {
            await WriteAsync(status, ct);
        }
    }

    private async Task ConfigureNetworkAsync(string range, CancellationToken ct)
    {
        await _network.WaitAsync(ct);
        try
        {
            if (range == _range)
            {
                return;
            }

            await services.Network.ConfigureAsync(IPNetwork.Parse(range), services.Containers.All().Where(c => c.IsRunning), ct);
            facts.Address = settings.Address.Length > 0 ? settings.Address : services.Network.Addresses!.Gateway.ToString();
            _range = range;
            await File.WriteAllTextAsync(RangeFile, range, ct);
            services.Logger.NetworkReady(range, services.Network.Bridge, facts.Address);
        }
        finally
        {
            _network.Release();
        }
    }

    private async Task<KubeNode> RegisterAsync(CancellationToken ct)
    {
        if (await client.FindAsync<KubeNode>(null, facts.Name, ct) is { } found)
        {
            return found;
        }

        var node = new KubeNode
        {
            ApiVersion = "v1",
            Kind = "Node",
            Metadata = new ObjectMeta { Name = facts.Name, Labels = labels.Initial.ToDictionary() },
            Spec = new NodeSpec { Taints = settings.Taints.Count > 0 ? [.. settings.Taints] : null },
        };
        try
        {
            var created = await client.CreateAsync(node, ct);
            services.Logger.Registered(facts.Name);
            return created;
        }
        catch (ApiException e) when (e.IsAlreadyExists)
        {
            return await client.GetAsync<KubeNode>(null, facts.Name, ct);
        }
    }

    private async Task WriteAsync(NodeStatus status, CancellationToken ct)
    {
        var json = JsonNode.Parse(ApiJson.Serialize(new KubeNode { Status = status }))!["status"]!.DeepClone();
        var patch = new JsonObject { ["status"] = json };
        await client.PatchAsync<KubeNode>(null, facts.Name, Patch.Strategic((JsonNode)patch), ct, "status");
        _written = services.Now;
    }

    private async Task<NodeSystemInfo> SystemAsync(string? lastRuntime, CancellationToken ct) => new()
    {
        MachineID = ProcFile.Text("/etc/machine-id"),
        SystemUUID = ProcFile.Text("/sys/class/dmi/id/product_uuid"),
        BootID = ProcFile.Text("/proc/sys/kernel/random/boot_id"),
        KernelVersion = ProcFile.Text("/proc/sys/kernel/osrelease"),
        OsImage = ProcFile.OsName(),
        ContainerRuntimeVersion = services.Containers.Trouble is null ? await services.Runtime.VersionAsync(ct) : lastRuntime ?? "docker://unknown",
        KubeletVersion = NodeSettings.Version,
        KubeProxyVersion = "",
        OperatingSystem = "linux",
        Architecture = NodeSettings.Architecture,
    };
}
