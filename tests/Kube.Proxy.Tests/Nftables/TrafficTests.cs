using System.Net;
using Kube.Proxy.Machine;
using Kube.Proxy.Nftables;
using Kube.Proxy.Services;

namespace Kube.Proxy.Tests.Nftables;

/// <summary>Real packets through the rules. Each test programs the Services it needs, replacing those of the test before.</summary>
public sealed class TrafficTests(Namespaces net) : IClassFixture<Namespaces>
{
    private static readonly ServiceRules s_rules = new(new ServiceRulesOptions(IPNetwork.Parse("10.244.0.0/16"), [IPAddress.Parse("10.96.0.10")]));

    [Fact]
    public async Task ClusterAddress_FromPod_ReachesEveryEndpointAndKeepsTheSource()
    {
        await ProgramAsync(Web("a", "b"));
        var answers = await ManyAsync("a", "http://10.96.0.5/");
        Assert.Contains("b 10.244.1.2", answers);
        Assert.Contains("a 10.244.1.1", answers);
        Assert.Equal(2, answers.Count);
    }

    [Fact]
    public async Task ClusterAddress_FromTheMachine_Works()
    {
        await ProgramAsync(Web("b"));
        Assert.StartsWith("b ", await net.GetAsync("m", "http://10.96.0.5/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClusterAddress_PodReachesItself_ThroughTheMachinesAddress()
    {
        await ProgramAsync(Web("a"));
        Assert.Equal("a 10.244.1.1", await net.GetAsync("a", "http://10.96.0.5/"));
    }

    [Fact]
    public async Task NodePort_FromOutside_ReachesAnEndpointWithTheMachinesAddress()
    {
        await ProgramAsync(Web("b"));
        Assert.Equal("b 10.244.2.1", await net.GetAsync("c", "http://198.51.100.1:30080/"));
    }

    [Theory]
    [InlineData("c", "198.51.100.1")]
    [InlineData("m", "127.0.0.1")]
    public async Task PublishedPort_OnEveryAddressOfTheMachine_ReachesAnEndpoint(string from, string address)
    {
        await ProgramAsync(Web("b") with { NodePort = 0, Published = [8088, 88] });
        Assert.StartsWith("b ", await net.GetAsync(from, $"http://{address}:8088/"), StringComparison.Ordinal);
        Assert.StartsWith("b ", await net.GetAsync(from, $"http://{address}:88/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NodePort_LocalPolicy_KeepsTheClientsAddress()
    {
        await ProgramAsync(Web("b") with { KeepsClientAddress = true });
        Assert.Equal("b 198.51.100.2", await net.GetAsync("c", "http://198.51.100.1:30080/"));
        Assert.StartsWith("b ", await net.GetAsync("m", "http://127.0.0.1:30080/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("m", "127.0.0.1")]
    [InlineData("m", "198.51.100.1")]
    [InlineData("a", "10.244.1.1")]
    public async Task NodePort_OnEveryAddressOfTheMachine_Works(string from, string address)
    {
        await ProgramAsync(Web("b"));
        Assert.StartsWith("b ", await net.GetAsync(from, $"http://{address}:30080/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoEndpoints_IsRefusedAtOnce()
    {
        await ProgramAsync(Web());
        Assert.Equal("refused", await net.GetAsync("a", "http://10.96.0.5/"));
        Assert.Equal("refused", await net.GetAsync("m", "http://10.96.0.5/"));
        Assert.Equal("refused", await net.GetAsync("c", "http://198.51.100.1:30080/"));
    }

    [Fact]
    public async Task ClusterAddress_UnknownPort_IsRefusedAtOnce()
    {
        await ProgramAsync(Web("a", "b"));
        Assert.Equal("refused", await net.GetAsync("b", "http://10.96.0.5:81/"));
    }

    [Fact]
    public async Task ExternalAddress_FromOutside_Works()
    {
        await ProgramAsync(Web("b") with { ExternalAddresses = [IPAddress.Parse("203.0.113.7")] });
        Assert.Equal("b 10.244.2.1", await net.GetAsync("c", "http://203.0.113.7/"));
    }

    [Fact]
    public async Task Affinity_SameClient_StaysWithItsEndpointWhileOthersComeAndGo()
    {
        var sticky = Web("a", "b") with { Affinity = TimeSpan.FromMinutes(5) };
        var ruleset = await ProgramAsync(sticky);
        var first = Assert.Single(await ManyAsync("c", "http://198.51.100.1:30080/"));
        var gone = first[0] == 'a' ? Web("a") : Web("b");
        ruleset = await UpdateAsync(ruleset, gone with { Affinity = sticky.Affinity });
        await UpdateAsync(ruleset, sticky);
        Assert.Equal(first, Assert.Single(await ManyAsync("c", "http://198.51.100.1:30080/")));
    }

    [Fact]
    public async Task Update_EndpointReplaced_TakesEffectForNewConnections()
    {
        var ruleset = await ProgramAsync(Web("a"));
        ruleset = await UpdateAsync(ruleset, Web("b"));
        Assert.Equal("b 10.244.2.1", await net.GetAsync("m", "http://10.96.0.5/"));
        await UpdateAsync(ruleset, Web());
        Assert.Equal("refused", await net.GetAsync("m", "http://10.96.0.5/"));
    }

    [Fact]
    public async Task Update_ServiceDeleted_LeavesNothing()
    {
        var ruleset = await ProgramAsync(Web("a", "b") with { Affinity = TimeSpan.FromMinutes(5) });
        var script = NftTransaction.Update(ServiceRules.Table, ruleset, s_rules.Render([]));
        await new Nft(net.Machine).ApplyAsync(script, default);
        var left = await net.Machine.RunAsync("nft", ["list", "table", .. ServiceRules.Table.Split(' ')], null, default);
        Assert.DoesNotContain("web", left.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("10.244.1.2", left.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outbound_PodToOutside_UsesTheMachinesAddress()
    {
        await ProgramAsync();
        var result = await net.Machine.RunAsync("nft", ["list", "chain", "ip", "kube-proxy", "nat-postrouting"], null, default);
        Assert.Contains("ip saddr 10.244.0.0/16 ip daddr != 10.244.0.0/16 masquerade", result.Output, StringComparison.Ordinal);
    }

    private static ServiceEntry Web(params string[] pods)
    {
        List<IPEndPoint> backends = [.. pods.Select(pod => IPEndPoint.Parse(pod == "a" ? "10.244.1.2:8080" : "10.244.2.2:8080"))];
        return new ServiceEntry(new ServicePortName("ns", "web", "http", Kube.Proxy.Services.Protocol.Tcp))
        {
            ClusterAddress = IPAddress.Parse("10.96.0.5"),
            Port = 80,
            NodePort = 30080,
            Backends = backends,
            ExternalBackends = backends,
        };
    }

    private async Task<NftRuleset> ProgramAsync(params ServiceEntry[] entries)
    {
        Assert.SkipWhen(net.Skip is not null, net.Skip ?? "");
        var ruleset = s_rules.Render(entries);
        await new Nft(net.Machine).ApplyAsync(NftTransaction.Replace(ServiceRules.Table, ruleset), default);
        return ruleset;
    }

    private async Task<NftRuleset> UpdateAsync(NftRuleset from, params ServiceEntry[] entries)
    {
        var to = s_rules.Render(entries);
        await new Nft(net.Machine).ApplyAsync(NftTransaction.Update(ServiceRules.Table, from, to), default);
        return to;
    }

    private async Task<HashSet<string>> ManyAsync(string from, string url)
    {
        var answers = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 24; i++)
        {
            answers.Add(await net.GetAsync(from, url));
        }

        return answers;
    }
}
