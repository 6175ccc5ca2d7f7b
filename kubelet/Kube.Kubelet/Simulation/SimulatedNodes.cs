using System.Net;
using Kube.Api;
using Kube.Client;
using Kube.Kubelet.Images;
using Kube.Kubelet.Node;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;
using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Simulation;

/// <summary>
/// Many nodes in one process that need no machine: the kubelet's own node and pod code over a runtime that only pretends. They share one connection
/// pool, one watch per kind, one writer of pod statuses and one of events; each has its own object, Lease, workers and containers.
/// </summary>
public sealed class SimulatedNodes : IAsyncDisposable
{
    private const long DiskSize = 1L << 40;

    // Nothing changes on such a node but what the API server tells it of: it is looked at now and then, each at a time of its own.
    private static readonly TimeSpan s_look = TimeSpan.FromMinutes(5);
    private readonly SimulationOptions _options;
    private readonly SharedParts _shared;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly SimulatedImages _images = new();
    private readonly IReadOnlyDictionary<string, Quantity> _capacity;
    private readonly SimulatedChecks _checks;
    private readonly ILogger _logger;

    /// <param name="client">The API server; its connections are shared by all nodes.</param>
    /// <param name="options">How many, and how they behave.</param>
    /// <param name="loggers">Makes loggers.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Randomness; safe for concurrent use.</param>
    public SimulatedNodes(KubeClient client, SimulationOptions options, ILoggerFactory loggers, TimeProvider time, Random random)
    {
        (_options, _time, _random) = (options, time, random);
        _shared = new SharedParts(client, NodeScope.Many, loggers, time, random);
        _checks = new SimulatedChecks(time);
        _logger = loggers.CreateLogger("kubelet");
        _capacity = NodeCapacity.Of(options.Cpu, options.Memory, DiskSize, options.MaxPods);
        Nodes = new KubeletNodes(_shared, [.. Enumerable.Range(0, options.Nodes).Select(Compose)]);
    }

    internal KubeletNodes Nodes { get; }

    /// <summary>Registers the nodes and runs the pods that are bound to them, until cancelled.</summary>
    public Task RunAsync(CancellationToken ct) => Nodes.RunAsync(ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _shared.DisposeAsync();
        _checks.Dispose();
    }

    private KubeletParts Compose(int index)
    {
        var name = _options.NameOf(index);
        var settings = new NodeSettings
        {
            Address = _options.Address,
            Port = _options.Port,
            StatusFrequency = s_look * (1 + _random.NextDouble()),
            Taints = _options.Taints,
            Labels = _options.Zones > 0 ? [.. _options.Labels, $"topology.kubernetes.io/zone=zone-{(index % _options.Zones) + 1}"] : _options.Labels,
            Lease = LeaseTiming.Spread(_options.LeaseDuration, _random),
        };
        var runtime = new SimulatedRuntime(_options, _images, _time, _random);
        return new KubeletParts(_shared, Services(name, index, runtime), settings, new SimulatedMachine(name));
    }

    private PodServices Services(string name, int index, SimulatedRuntime runtime)
    {
        var sandboxes = new SimulatedSandboxes(runtime, name, OwnRange(index));
        return new PodServices
        {
            Runtime = runtime,
            Usage = SimulatedUsage.Instance,
            Streams = SimulatedStreams.Instance,
            Containers = new ContainerCache(runtime, _time, _shared.Loggers.CreateLogger<ContainerCache>()),
            Files = SimulatedFiles.Instance,
            Network = sandboxes,
            Sandboxes = sandboxes,
            Volumes = SimulatedVolumes.Instance,
            Images = new ImageStore(runtime, _time),
            Config = _shared.Config,
            Checks = _checks,
            Statuses = _shared.Statuses,
            Events = _options.Events ? new PodEvents(_shared.Recorder, name) : SilentEvents.Instance,
            Node = new NodeFacts { Name = name, ServingName = _options.NamePrefix, Capacity = _capacity, Address = _options.Address },
            Time = _time,
            Logger = _logger,
        };
    }

    // Until a node is given a pod range, and for good where nobody gives any, it uses one of 100.64.0.0/10, which is nobody's.
    private static IPNetwork OwnRange(int index) => new(new IPAddress([100, (byte)(64 + (index / 256 % 64)), (byte)(index % 256), 0]), 24);
}
