using System.Net;
using System.Text;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Kubelet.Docker;
using Kube.Kubelet.Images;
using Kube.Kubelet.Node;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Probes;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Sandboxes;
using Kube.Testing;

namespace Kube.Kubelet.Tests;

/// <summary>The small rules, a table each.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("$(A)", "1")]
    [InlineData("x$(A)y$(B)", "x1y2")]
    [InlineData("$$(A)", "$(A)")]
    [InlineData("$$$(A)", "$1")]
    [InlineData("$$$$(A)", "$$(A)")]
    [InlineData("$(MISSING)", "$(MISSING)")]
    [InlineData("$(A", "$(A")]
    [InlineData("$A", "$A")]
    [InlineData("end$", "end$")]
    [InlineData("$()", "$()")]
    public void Expand_Text_FollowsKubernetes(string text, string expected) =>
        Assert.Equal(expected, VariableExpansion.Expand(text, name => name switch { "A" => "1", "B" => "2", _ => null }));

    [Fact]
    public void BackOff_RepeatedFailures_DoublesToFiveMinutes()
    {
        BackOffEntry? entry = null;
        var now = Seen.Now;
        Assert.Null(BackOff.HeldUntil(entry, now, now));
        int[] expected = [10, 20, 40, 80, 160, 300, 300];
        foreach (var seconds in expected)
        {
            entry = BackOff.Next(entry, now, now);
            Assert.Equal(now.AddSeconds(seconds), BackOff.HeldUntil(entry, now, now));
            now = now.AddSeconds(seconds);
            Assert.Null(BackOff.HeldUntil(entry, now.AddSeconds(-seconds), now));
        }
    }

    [Fact]
    public void BackOff_RanLongEnough_StartsAfresh()
    {
        var entry = new BackOffEntry(TimeSpan.FromMinutes(5), Seen.Now);
        var failed = Seen.Now.AddMinutes(11);
        Assert.Null(BackOff.HeldUntil(entry, failed, failed));
        Assert.Equal(TimeSpan.FromSeconds(10), BackOff.Next(entry, failed, failed).Delay);
    }

    [Theory]
    [InlineData(true, "FF", true)]
    [InlineData(true, "FFF", false)]
    [InlineData(true, "FFSFF", true)]
    [InlineData(false, "S", false)]
    [InlineData(false, "SS", true)]
    [InlineData(false, "SFS", false)]
    public void ProbeState_Outcomes_CountInARow(bool initial, string outcomes, bool expected) =>
        Assert.Equal(expected, outcomes.Aggregate(new ProbeState(initial), (s, o) => s.After(o == 'S', 2, 3)).Verdict);

    [Fact]
    public void AddressPool_HandsOut_InTurnAndKeepsAPodsOwn()
    {
        var pool = new AddressPool(IPNetwork.Parse("10.9.0.0/29"));
        Assert.Equal("10.9.0.1", pool.Gateway.ToString());
        Assert.Equal(["10.9.0.2", "10.9.0.3", "10.9.0.2"], [$"{pool.Take("a")}", $"{pool.Take("b")}", $"{pool.Take("a")}"]);
        pool.Release("a");
        Assert.Equal(["10.9.0.4", "10.9.0.5", "10.9.0.6", "10.9.0.2"], [$"{pool.Take("c")}", $"{pool.Take("d")}", $"{pool.Take("e")}", $"{pool.Take("f")}"]);
        Assert.Throws<InvalidOperationException>(() => pool.Take("g"));
    }

    [Fact]
    public void AddressPool_Adopted_IsNotGivenAway()
    {
        var pool = new AddressPool(IPNetwork.Parse("10.9.0.0/29"));
        pool.Adopt("old", IPAddress.Parse("10.9.0.2"));
        Assert.Equal("10.9.0.3", pool.Take("new").ToString());
        Assert.Equal("10.9.0.2", pool.Take("old").ToString());
    }

    [Theory]
    [InlineData("ClusterFirst", "nameserver 10.96.0.10\nsearch ns.svc.cluster.local svc.cluster.local cluster.local corp\noptions ndots:5\n")]
    [InlineData("Default", "nameserver 1.1.1.1\nsearch corp\noptions rotate\n")]
    [InlineData("None", "")]
    public void ResolvConf_Policy_Decides(string policy, string expected)
    {
        var pod = new PodBuilder("web", "ns").With(p => p.Spec!.DnsPolicy = policy).Build();
        Assert.Equal(expected, ResolvConf.Of(pod, new ClusterDns("10.96.0.10", "cluster.local"), "nameserver 1.1.1.1\nsearch corp\noptions rotate\n"));
    }

    [Fact]
    public void ResolvConf_DnsConfig_IsAdded()
    {
        var pod = new PodBuilder("web").With(p =>
        {
            p.Spec!.DnsPolicy = "None";
            p.Spec.DnsConfig = new PodDNSConfig { Nameservers = ["9.9.9.9"], Searches = ["a.b"], Options = [new PodDNSConfigOption { Name = "ndots", Value = "2" }, new PodDNSConfigOption { Name = "edns0" }] };
        }).Build();
        Assert.Equal("nameserver 9.9.9.9\nsearch a.b\noptions ndots:2 edns0\n", ResolvConf.Of(pod, new ClusterDns("10.96.0.10", "cluster.local"), ""));
    }

    [Fact]
    public void HostsFile_Pod_NamesItselfAndItsAliases()
    {
        var pod = new PodBuilder("web", "ns").With(p =>
        {
            p.Spec!.Subdomain = "sub";
            p.Spec.HostAliases = [new HostAlias { Ip = "1.2.3.4", Hostnames = ["a", "b"] }];
        }).Build();
        var text = HostsFile.Of(pod, "10.1.0.2", "cluster.local", "");
        Assert.Contains("\n10.1.0.2\tweb.sub.ns.svc.cluster.local\tweb\n", text, StringComparison.Ordinal);
        Assert.EndsWith("1.2.3.4\ta\tb\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "BestEffort")]
    [InlineData("100m", null, "Burstable")]
    [InlineData("100m", "100m", "Guaranteed")]
    [InlineData("100m", "200m", "Burstable")]
    [InlineData(null, "200m", "Guaranteed")]
    public void Qos_RequestsAndLimits_Decide(string? request, string? limit, string expected)
    {
        static Dictionary<string, Quantity>? Of(string? value) => value is null ? null : new() { ["cpu"] = Quantity.Parse(value), ["memory"] = Quantity.Parse(value) };
        var pod = new PodBuilder("web").With(p => p.Spec!.Containers![0].Resources = new ResourceRequirements { Requests = Of(request), Limits = Of(limit) }).Build();
        Assert.Equal(expected, QosClass.Of(pod));
    }

    [Theory]
    [InlineData(null, null, 2)]
    [InlineData("1", null, 1024)]
    [InlineData("100m", null, 102)]
    [InlineData("1m", null, 2)]
    [InlineData(null, "500m", 512)]
    public void Shares_Cpu_AreInProportion(string? request, string? limit, long expected)
    {
        static Dictionary<string, Quantity>? Of(string? value) => value is null ? null : new() { ["cpu"] = Quantity.Parse(value) };
        Assert.Equal(expected, ContainerRequestBuilder.Shares(new ResourceRequirements { Requests = Of(request), Limits = Of(limit) }));
    }

    [Theory]
    [InlineData("3", null, "OutOfcpu")]
    [InlineData("1", null, null)]
    [InlineData(null, "9Gi", "OutOfmemory")]
    public void Admission_Resources_MustFit(string? cpu, string? memory, string? reason)
    {
        var allocatable = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse("2"), ["memory"] = Quantity.Parse("8Gi"), ["pods"] = Quantity.Parse("2") };
        var pod = new PodBuilder("web").Requests(cpu, memory).Build();
        Assert.Equal(reason, PodAdmission.Check(pod, new Dictionary<string, string>(), allocatable, [])?.Reason);
        Assert.Equal("OutOfpods", PodAdmission.Check(pod, new Dictionary<string, string>(), allocatable, [pod, pod])?.Reason);
    }

    [Fact]
    public void Admission_Selector_MustMatch()
    {
        var pod = new PodBuilder("web").NodeSelector("disk", "ssd").Build();
        Assert.Equal("NodeAffinity", PodAdmission.Check(pod, new Dictionary<string, string>(), new Dictionary<string, Quantity>(), [])?.Reason);
        Assert.Null(PodAdmission.Check(pod, new Dictionary<string, string> { ["disk"] = "ssd" }, new Dictionary<string, Quantity>(), []));
    }

    [Fact]
    public void ServiceEnvironment_Links_AreWrittenBothWays()
    {
        var service = new Service
        {
            Metadata = new ObjectMeta { Name = "my-db", Namespace = "ns" },
            Spec = new ServiceSpec { ClusterIP = "10.96.1.1", Ports = [new ServicePort { Name = "sql", Port = 3306, Protocol = "TCP" }] },
        };
        var all = ServiceEnvironment.Of("ns", [service], links: true).ToDictionary(p => p.Key, p => p.Value);
        Assert.Equal(("10.96.1.1", "3306", "3306"), (all["MY_DB_SERVICE_HOST"], all["MY_DB_SERVICE_PORT"], all["MY_DB_SERVICE_PORT_SQL"]));
        Assert.Equal(("tcp://10.96.1.1:3306", "10.96.1.1"), (all["MY_DB_PORT"], all["MY_DB_PORT_3306_TCP_ADDR"]));
        Assert.Empty(ServiceEnvironment.Of("ns", [service], links: false));
    }

    [Theory]
    [InlineData("a", "a", "latest")]
    [InlineData("a:1", "a", "1")]
    [InlineData("host:5000/a", "host:5000/a", "latest")]
    [InlineData("host:5000/a:2", "host:5000/a", "2")]
    [InlineData("a@sha256:00", "a", "sha256:00")]
    public void ImageReference_Text_IsSplit(string image, string repository, string tag) =>
        Assert.Equal(new ImageReference(repository, tag), ImageReference.Parse(image));

    [Fact]
    public void PullSecret_Registry_IsFound()
    {
        var json = Encoding.UTF8.GetBytes("""{"auths":{"https://reg.local":{"auth":"dXNlcjpwdw=="},"https://index.docker.io/v1/":{"username":"u","password":"p"}}}""");
        Assert.Equal(("user", "pw"), (PullSecrets.Find(json, "reg.local/a:1")!.User, PullSecrets.Find(json, "reg.local/a:1")!.Password));
        Assert.Equal("u", PullSecrets.Find(json, "nginx")!.User);
        Assert.Null(PullSecrets.Find(json, "other.local/a"));
        Assert.Null(PullSecrets.Find([1, 2], "nginx"));
    }

    [Fact]
    public void Labels_Identity_ComesBackWhole()
    {
        var identity = new ContainerIdentity
        {
            Node = "n", Role = ContainerRole.Init, PodUid = "u", PodNamespace = "ns", PodName = "p", ContainerName = "c", Attempt = 3,
            SpecHash = "h", SandboxId = "s", PodIP = "10.0.0.1", TerminationMessagePath = "/x", TerminationMessagePolicy = "File", GracePeriodSeconds = 7,
        };
        Assert.Equal(identity, ContainerIdentity.FromLabels(identity.ToLabels()));
        Assert.Null(ContainerIdentity.FromLabels(new Dictionary<string, string> { ["a"] = "b" }));
    }

    [Fact]
    public async Task Multiplexed_Frames_AreJoinedUpToTheLimit()
    {
        byte[] wire = [1, 0, 0, 0, 0, 0, 0, 2, (byte)'a', (byte)'b', 2, 0, 0, 0, 0, 0, 0, 3, (byte)'c', (byte)'d', (byte)'e'];
        using var output = new MemoryStream();
        await MultiplexedStream.CopyAsync(new MemoryStream(wire), output, framed: true, 4, CancellationToken.None);
        Assert.Equal("abcd", Encoding.ASCII.GetString(output.ToArray()));
    }

    [Fact]
    public async Task BoundedStream_Overflow_KeepsTheBeginning()
    {
        using var stream = new BoundedStream(3);
        await stream.WriteAsync("ab"u8.ToArray());
        await stream.WriteAsync("cd"u8.ToArray());
        Assert.Equal("abc", stream.ToString());
    }

    [Fact]
    public void UnixNanos_Time_IsExact() => Assert.Equal("1.500000100", DockerShapes.UnixNanos(DateTimeOffset.UnixEpoch.AddTicks(15_000_001)));

    [Theory]
    [InlineData("metadata.name", "web")]
    [InlineData("metadata.labels['app']", "x")]
    [InlineData("metadata.labels", "app=\"x\"")]
    [InlineData("status.podIP", "10.0.0.2")]
    [InlineData("status.hostIP", "10.0.0.1")]
    [InlineData("spec.nope", null)]
    public void DownwardApi_Field_IsRead(string path, string? expected) =>
        Assert.Equal(expected, DownwardApi.Field(new PodBuilder("web").Label("app", "x").Build(), path, new PodAddresses("10.0.0.2", "10.0.0.1")));

    [Fact]
    public void DownwardApi_Resource_IsDividedAndRoundedUp()
    {
        var container = Seen.Container("c", c => c.Resources = new ResourceRequirements { Limits = new() { ["cpu"] = Quantity.Parse("1500m") } });
        Assert.Equal("2", DownwardApi.Resource(container, "limits.cpu", null, new Dictionary<string, Quantity>()));
        Assert.Equal("1500", DownwardApi.Resource(container, "limits.cpu", Quantity.Parse("1m"), new Dictionary<string, Quantity>()));
        Assert.Equal("64", DownwardApi.Resource(container, "limits.memory", Quantity.Parse("1Mi"), new Dictionary<string, Quantity> { ["memory"] = Quantity.Parse("64Mi") }));
    }
}
