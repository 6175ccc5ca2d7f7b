using System.Net;
using Kube.Api.Coordination.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Kubelet.Simulation;
using Kube.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Integration.Tests.Simulation;

/// <summary>The kubelet's simulated nodes against an API server; pods are bound by hand.</summary>
public sealed class SimulatedNodesTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _stop = new();
    private TestServer _server = null!;
    private KubeClient _client = null!;
    private SimulatedNodes? _nodes;
    private Task _running = Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        _client = _server.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_nodes is not null)
        {
            await _nodes.DisposeAsync();
        }

        _client.Dispose();
        await _server.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Run_TwentyNodes_AreReadyAndTheirPodsLiveAndEnd()
    {
        Start(new SimulationOptions { Nodes = 20, Zones = 2, LeaseDuration = TimeSpan.FromSeconds(1) });
        var nodes = await _server.Client.UntilAsync<Node>(null, all => all.Count == 20 && all.All(IsReady));
        Assert.Equal(["zone-1", "zone-2"], nodes.Select(n => n.Metadata!.Labels!["topology.kubernetes.io/zone"]).Distinct().Order());
        Assert.Equal("sim-0001", nodes.Min(n => n.Metadata!.Name));
        await _server.Client.UntilAsync<Lease>("kube-node-lease", leases => leases.Count == 20);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => CreateAsync(Pod($"web-{i}", $"sim-{(i % 20) + 1:D4}"))));
        var pods = await _server.Client.UntilAsync<Pod>("default", all => all.Count == 100 && all.All(IsReady));
        Assert.Equal(100, pods.Select(p => p.Status!.PodIP).Distinct().Count());
        Assert.All(pods, p => Assert.NotNull(p.Status!.ContainerStatuses![0].State!.Running));

        await _server.Client.DeleteCollectionAsync<Pod>("default");
        await _server.Client.UntilAsync<Pod>("default", all => all.Count == 0);
    }

    [Fact]
    public async Task Run_NodeHasPodRange_PodsGetAddressesOfIt()
    {
        Start(new SimulationOptions { Nodes = 2 });
        await _server.Client.UntilAsync<Node>(null, all => all.Count == 2 && all.All(IsReady));
        await _server.Client.PatchAsync<Node>(null, "sim-0002", Patch.Merge("""{"spec":{"podCIDR":"10.99.7.0/24","podCIDRs":["10.99.7.0/24"]}}"""u8.ToArray()));
        for (var i = 0; ; i++)
        {
            // The node hears of its range in its own time; until then pods get addresses of another.
            var name = $"probe-{i}";
            await CreateAsync(Pod(name, "sim-0002"));
            var pod = await _server.Client.UntilAsync<Pod>("default", name, IsReady);
            if (IPNetwork.Parse("10.99.7.0/24").Contains(IPAddress.Parse(pod.Status!.PodIP!)))
            {
                return;
            }

            Assert.True(i < 50, $"still {pod.Status.PodIP}");
        }
    }

    [Fact]
    public async Task Run_EveryStartFails_ContainersAreRestarted()
    {
        Start(new SimulationOptions { Nodes = 1, FailureRate = 1, RunTime = TimeSpan.FromMilliseconds(10) });
        await CreateAsync(Pod("web", "sim-0001"));
        var pod = await _server.Client.UntilAsync<Pod>("default", "web", p => p.Status?.ContainerStatuses?[0] is { RestartCount: 1, State.Waiting.Reason: "CrashLoopBackOff" });
        Assert.Equal(1, pod.Status!.ContainerStatuses![0].LastState!.Terminated!.ExitCode);
    }

    [Fact]
    public async Task Run_PodThatIsNotRestarted_InitContainersAndItselfSucceed()
    {
        Start(new SimulationOptions
        {
            Nodes = 1, RunTime = TimeSpan.FromMilliseconds(10), StartDelay = TimeSpan.FromMilliseconds(10), StopDelay = TimeSpan.FromMilliseconds(10),
        });
        var pod = Pod("job", "sim-0001");
        pod.Spec!.RestartPolicy = RestartPolicy.Never;
        pod.Spec.InitContainers = [new Container { Name = "first", Image = "kube.local/echo:1" }];
        await CreateAsync(pod);
        await _server.Client.UntilAsync<Pod>("default", "job", p => p.Status?.Phase == PodPhase.Succeeded);
    }

    private void Start(SimulationOptions options)
    {
        _nodes = new SimulatedNodes(_client, options, NullLoggerFactory.Instance, TimeProvider.System, new LockedRandom(1));
        _running = _nodes.RunAsync(_stop.Token);
    }

    private Task<Pod> CreateAsync(Pod pod) => _server.Client.CreateAsync(pod);

    private static Pod Pod(string name, string node) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default" },
        Spec = new PodSpec
        {
            NodeName = node,
            Containers = [new Container { Name = "main", Image = "kube.local/echo:1", ReadinessProbe = new Probe { HttpGet = new HTTPGetAction { Port = 80 } } }],
        },
    };

    private static bool IsReady(Node node) => node.Status?.Conditions?.Find(c => c.Type == NodeConditionType.Ready)?.Status == "True";

    private static bool IsReady(Pod pod) => pod.Status?.Conditions?.Find(c => c.Type == PodConditionType.Ready)?.Status == "True";
}
