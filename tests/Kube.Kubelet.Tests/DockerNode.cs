using System.Collections.Concurrent;
using System.Formats.Tar;
using System.Net;
using System.Text;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Kubelet.Config;
using Kube.Kubelet.Docker;
using Kube.Kubelet.Images;
using Kube.Kubelet.Node;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Probes;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Sandboxes;
using Kube.Kubelet.Volumes;
using Kube.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Kubelet.Tests;

/// <summary>
/// A node on the real Docker Engine with a name and a pod range of its own, without an API server: pods go in by hand, statuses come out.
/// Everything it makes is removed with it.
/// </summary>
internal sealed class DockerNode : IAsyncDisposable, IPodStatusSink, IPodEvents, IConfigSource
{
    public const string Image = "kube.local/kubelet-test:1";
    private static int s_count;
    private readonly string _name = $"kt{Environment.ProcessId % 10000}-{Interlocked.Increment(ref s_count)}";
    private readonly string _root = Directory.CreateTempSubdirectory("kubelet-test-").FullName;
    private readonly DockerConnection _docker = new(DockerConnection.DefaultHost);
    private readonly ConcurrentDictionary<string, PodStatus> _statuses = [];
    private readonly ConcurrentDictionary<string, bool> _finished = [];
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private PodNetwork? _network;

    public Dictionary<string, ConfigMap> ConfigMaps { get; } = [];

    public ConcurrentQueue<string> Events { get; } = [];

    public PodServices Services { get; private set; } = null!;

    public PodWorkers Workers { get; private set; } = null!;

    /// <summary>Skips the test where there is no Docker or no root.</summary>
    public static async Task<DockerNode> StartAsync()
    {
        Assert.SkipUnless(File.Exists(new Uri(DockerConnection.DefaultHost).AbsolutePath), "there is no Docker on this machine");
        Assert.SkipUnless(Environment.UserName == "root", "only root can connect networks");
        var node = new DockerNode();
        await EnsureImageAsync(new DockerRuntime(node._docker, node._name));
        await node.StartKubeletAsync();
        return node;
    }

    /// <summary>Stops this kubelet, leaving its containers, and starts another.</summary>
    public async Task RestartKubeletAsync()
    {
        await StopKubeletAsync();
        await StartKubeletAsync();
    }

    public void Add(Pod pod) => Workers.On(new Kube.Client.Change<Pod>(Kube.Client.ChangeType.Added, null, pod));

    /// <summary>As the API server says it: deletion requested, with this grace.</summary>
    public void Delete(Pod pod, long grace)
    {
        var deleted = pod.Clone();
        deleted.Metadata!.DeletionTimestamp = DateTime.UnixEpoch;
        deleted.Metadata.DeletionGracePeriodSeconds = grace;
        Workers.On(new Kube.Client.Change<Pod>(Kube.Client.ChangeType.Updated, pod, deleted));
    }

    /// <summary>The status, once it is as wanted.</summary>
    public async Task<PodStatus> WaitAsync(Pod pod, Func<PodStatus, bool> wanted, int seconds = 30)
    {
        PodStatus? status = null;
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(seconds), () => Task.FromResult(
            _statuses.TryGetValue(pod.Uid(), out status) && wanted(status) ? null : $"{Text(status)} {string.Join(" | ", Events)}"));
        return status!;
    }

    public Task<PodStatus> WaitRunningAsync(Pod pod) => WaitAsync(pod, s => s.Phase == PodPhase.Running && s.ContainerStatuses!.All(c => c.State!.Running is not null));

    public Task WaitFinishedAsync(Pod pod, int seconds = 30) => Eventually.HoldsAsync(
        TimeSpan.FromSeconds(seconds), () => Task.FromResult(_finished.ContainsKey(pod.Uid()) ? null : "not finished"));

    public ContainerSnapshot Newest(Pod pod, string name) =>
        Services.Containers.OfPod(pod.Uid()).Where(c => c.Name == name).MaxBy(c => c.Identity.Attempt)!;

    public async Task<string> LogsAsync(Pod pod, string name = "main", LogQuery? query = null, int attempt = -1)
    {
        var container = attempt < 0 ? Newest(pod, name) : Services.Containers.OfPod(pod.Uid()).Single(c => c.Name == name && c.Identity.Attempt == attempt);
        using var output = new MemoryStream();
        await Services.Runtime.CopyLogsAsync(container.Id, query ?? new LogQuery(), output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    void IPodStatusSink.Publish(Pod pod, PodStatus status) => _statuses[pod.Uid()] = status;

    void IPodStatusSink.Finish(Pod pod, PodStatus status) => _finished[pod.Uid()] = true;

    void IPodStatusSink.Observe(Pod pod)
    {
        // Nobody else writes statuses here.
    }

    void IPodEvents.Record(Pod pod, string? container, string type, string reason, string message) => Events.Enqueue($"{reason}: {message}");

    Task<ConfigMap?> IConfigSource.ConfigMapAsync(string ns, string name, CancellationToken ct) => Task.FromResult(ConfigMaps.GetValueOrDefault(name));

    Task<Secret?> IConfigSource.SecretAsync(string ns, string name, CancellationToken ct) => Task.FromResult<Secret?>(null);

    IReadOnlyList<Service> IConfigSource.Services(string ns) => [];

    public async ValueTask DisposeAsync()
    {
        await StopKubeletAsync();
        var runtime = new DockerRuntime(_docker, _name);
        foreach (var container in await runtime.ListAsync(CancellationToken.None))
        {
            await runtime.RemoveAsync(container.Id, CancellationToken.None);
        }

        await _docker.DeleteAsync($"networks/kube-{_name}", CancellationToken.None);
        foreach (var direction in (string[])["-i", "-o"])
        {
            await Command.RunAsync("iptables", ["-w", "-D", "DOCKER-USER", direction, _network!.Bridge, "-j", "ACCEPT"], null, CancellationToken.None);
        }

        _docker.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private static string Text(PodStatus? status) => status is null ? "no status" : Encoding.UTF8.GetString(ApiJson.Serialize(new Pod { Status = status }));

    private async Task StartKubeletAsync()
    {
        _stop = new CancellationTokenSource();
        var runtime = new DockerRuntime(_docker, _name);
        var directory = new PodDirectory(_root);
        _network = new PodNetwork(runtime, _name, _root);
        var containers = new ContainerCache(runtime, TimeProvider.System, NullLogger<ContainerCache>.Instance);
        Services = new PodServices
        {
            Runtime = runtime,
            Usage = new CgroupUsage(),
            Streams = new DockerStreams(_docker, TimeProvider.System),
            Containers = containers,
            Files = new PodFiles(directory),
            Network = _network,
            Sandboxes = new SandboxStarter(runtime, _network, directory, new ClusterDns("10.96.0.10", "cluster.local"), _name),
            Volumes = new PodVolumes(directory),
            Images = new ImageStore(runtime, TimeProvider.System),
            Config = this,
            Checks = new Checks(runtime, TimeProvider.System),
            Statuses = this,
            Events = this,
            Node = new NodeFacts { Name = _name, Capacity = NodeCapacity.Read(_root, "", "", 110), Address = "10.0.0.1" },
            Time = TimeProvider.System,
            Logger = NullLogger.Instance,
        };
        Workers = new PodWorkers(Services, NodeLabels.For(_name, []));
        _running = containers.RunAsync(_stop.Token);
        await containers.WaitForListAsync(_stop.Token);
        await new PauseImage(runtime).EnsureAsync(_stop.Token);
        var range = $"10.251.{(Environment.ProcessId + int.Parse(_name.Split('-')[1])) % 250}.0/24";
        await _network.ConfigureAsync(IPNetwork.Parse(range), containers.All(), _stop.Token);
        Workers.Start(_stop.Token);
    }

    private async Task StopKubeletAsync()
    {
        await _stop.CancelAsync();
        await Workers.WhenStoppedAsync();
        await _running.ContinueWith(_ => { }, TaskScheduler.Default);
        Services.Checks.Dispose();
        _stop.Dispose();
    }

    private static async Task EnsureImageAsync(DockerRuntime runtime)
    {
        if (await runtime.FindImageAsync(Image, CancellationToken.None) is not null)
        {
            return;
        }

        using var layer = new MemoryStream();
        await using (var tar = new TarWriter(layer, TarEntryFormat.Ustar, leaveOpen: true))
        {
            await tar.WriteEntryAsync("/bin/busybox", "bin/busybox");
            foreach (var applet in (string[])["sh", "cat", "echo", "sleep", "hostname", "true", "false", "httpd", "id", "ls", "wget", "test", "touch", "env", "seq"])
            {
                await tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.SymbolicLink, $"bin/{applet}") { LinkName = "busybox" });
            }
        }

        layer.Position = 0;
        await runtime.ImportImageAsync(Image, layer, CancellationToken.None);
    }
}
