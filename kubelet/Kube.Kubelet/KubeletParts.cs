using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Hosting;
using Kube.Kubelet.Config;
using Kube.Kubelet.Images;
using Kube.Kubelet.Node;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Probes;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Sandboxes;
using Kube.Kubelet.Server;
using Kube.Kubelet.Volumes;
using Microsoft.Extensions.Logging;
using KubeNode = Kube.Api.Core.V1.Node;

namespace Kube.Kubelet;

/// <summary>One kubelet's parts, around one API client and one container runtime.</summary>
internal sealed class KubeletParts : IAsyncDisposable
{
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);

    // How long the API server may take to answer before the kubelet goes by what it wrote down itself.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);
    private readonly ComponentHost _host;
    private readonly ContainerCache _containers;
    private readonly ObjectWatches<ConfigMap> _maps;
    private readonly ObjectWatches<Secret> _secrets;
    private readonly Informer<Pod> _pods;
    private readonly Informer<Service> _serviceInformer;
    private readonly Informer<KubeNode> _nodes;
    private readonly EventRecorder _recorder;
    private readonly WorkQueue<string> _statusQueue;
    private readonly PodStatusWriter _statuses;
    private readonly PodServices _services;
    private readonly PodWorkers _workers;
    private readonly PauseImage _pause;
    private readonly NodeLease _lease;
    private readonly NodeAgent _node;
    private readonly KubeletServer _server;

    public KubeletParts(ComponentHost host, KubeletFlags flags, KubeClient client, IContainerRuntime runtime, string root)
    {
        _host = host;
        var name = flags.NodeName.Value;
        _containers = new ContainerCache(runtime, host.Time, host.Loggers.CreateLogger<ContainerCache>());
        _maps = new ObjectWatches<ConfigMap>(client, host.Loggers, host.Time, host.Random);
        _secrets = new ObjectWatches<Secret>(client, host.Loggers, host.Time, host.Random);
        _pods = new Informer<Pod>(client, new InformerOptions<Pod> { FieldSelector = $"spec.nodeName={name}" }, host.Loggers, host.Time, host.Random);
        _serviceInformer = new Informer<Service>(client, null, host.Loggers, host.Time, host.Random);
        _nodes = new Informer<KubeNode>(client, new InformerOptions<KubeNode> { FieldSelector = $"metadata.name={name}" }, host.Loggers, host.Time, host.Random);
        _recorder = new EventRecorder(client, "kubelet", name, host.Loggers, host.Time, host.Random);
        _statusQueue = new WorkQueue<string>(host.Time, new WorkQueueOptions { LongestDelay = TimeSpan.FromSeconds(10) });
        _statuses = new PodStatusWriter(client, _statusQueue, host.Loggers.CreateLogger<PodStatusWriter>());
        _services = Services(host, flags, runtime, root);
        var labels = NodeLabels.For(name, flags.NodeLabels.Value);
        _workers = new PodWorkers(_services, new PodStore(_services.Directory), labels);
        _pause = new PauseImage(runtime);
        _lease = new NodeLease(client, name, flags.LeaseDuration, host.Time, host.Loggers.CreateLogger<NodeLease>());
        var settings = new NodeSettings
        {
            RootDirectory = root,
            Address = flags.NodeIP,
            Port = flags.Port,
            StatusFrequency = flags.StatusFrequency,
            Taints = [.. flags.Taints.Value.Select(NodeSettings.ParseTaint)],
        };
        _node = new NodeAgent(settings, _services.Node, labels, _services, client, _nodes);
        _server = new KubeletServer(
            new ServerSettings(flags.Address, flags.Port, flags.TlsCertFile, flags.TlsKeyFile, flags.ClientCaFile), new PodEndpoints(_workers, _services), host);
    }

    public async Task RunAsync(CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _maps.Changed += key => _workers.OnConfig(key, secret: false);
        _secrets.Changed += key => _workers.OnConfig(key, secret: true);
        _host.Health.AddReady("node", () => _node.Trouble);
        _host.Metrics.Gauge("kubelet_running_pods", "Pods this kubelet looks after.", () => _workers.Pods.Count);
        _host.Metrics.Gauge("kubelet_running_containers", "Containers running on this node, sandboxes aside.", () => _containers.All().Count(c => c.IsRunning && c.Identity.Role != ContainerRole.Sandbox));
        Task[] loops =
        [
            _server.RunAsync(stop.Token),
            _containers.RunAsync(stop.Token),
            _pods.RunAsync(stop.Token),
            _serviceInformer.RunAsync(stop.Token),
            _nodes.RunAsync(stop.Token),
            _recorder.RunAsync(stop.Token),
            _statuses.RunAsync(stop.Token),
            _node.RunAsync(stop.Token),
            _lease.RunAsync(stop.Token),
            PodsAsync(stop.Token),
        ];

        // The first to fail, or the signal, ends them all.
        var first = await Task.WhenAny(loops);
        await stop.CancelAsync();
        await _workers.WhenStoppedAsync();
        await first;
    }

    public async ValueTask DisposeAsync()
    {
        await _maps.DisposeAsync();
        await _secrets.DisposeAsync();
        _services.Checks.Dispose();
        _statusQueue.Dispose();
    }

    // Pods are taken up once it is known what runs already: a pod that runs must not look like a new one.
    private async Task PodsAsync(CancellationToken ct)
    {
        await _containers.WaitForListAsync(ct);
        await UntilDoneAsync(_pause.EnsureAsync, ct);
        await UntilDoneAsync(_node.RestoreNetworkAsync, ct);
        _workers.Start(ct);
        var synced = Task.WhenAll(_pods.WaitForSyncAsync(ct), _serviceInformer.WaitForSyncAsync(ct));
        if (await Task.WhenAny(synced, Task.Delay(s_patience, _host.Time, ct)) != synced)
        {
            _workers.Restore();
        }

        _pods.AddHandler(_workers.On);
        await synced;
        await UntilDoneAsync(token => _workers.RemoveOrphansAsync(_pods.List(), token), ct);
        await Task.Delay(Timeout.InfiniteTimeSpan, _host.Time, ct);
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
                _host.Logger.StartDelayed(e.Message);
            }

            await Task.Delay(s_retry, _host.Time, ct);
        }
    }

    private PodServices Services(ComponentHost host, KubeletFlags flags, IContainerRuntime runtime, string root)
    {
        var name = flags.NodeName.Value;
        var directory = new PodDirectory(root);
        var network = new PodNetwork(runtime, name);
        var dns = new ClusterDns(flags.ClusterDns, flags.ClusterDomain);
        return new PodServices
        {
            Runtime = runtime,
            Containers = _containers,
            Directory = directory,
            Network = network,
            Sandboxes = new SandboxStarter(runtime, network, directory, dns, name),
            Volumes = new PodVolumes(directory),
            Images = new ImageStore(runtime, host.Time),
            Config = new ApiConfigSource(_maps, _secrets, _serviceInformer),
            Checks = new Checks(runtime, host.Time),
            Statuses = _statuses,
            Events = new PodEvents(_recorder),
            Node = new NodeFacts { Name = name, Capacity = NodeCapacity.Read(root, flags.Cpu, flags.Memory, flags.MaxPods), Address = flags.NodeIP },
            Time = host.Time,
            Logger = host.Logger,
        };
    }
}
