using System.Net;
using Kube.Hosting;
using Kube.Proxy.Machine;
using Kube.Proxy.Nftables;
using Kube.Proxy.Services;
using Kube.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Proxy.Tests.Services;

public sealed class ServiceProgrammerTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeCommand _command = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ServiceProgrammer _programmer;
    private readonly Task _run;
    private IReadOnlyList<ServiceEntry> _entries = [Udp("10.244.0.3")];

    public ServiceProgrammerTests()
    {
        var rules = new ServiceRules(new ServiceRulesOptions(IPNetwork.Parse("10.244.0.0/16"), []));
        _programmer = new ServiceProgrammer(
            () => _entries, rules, new Nft(_command), new Conntrack(_command), new ProgrammerMetrics(new Metrics()), _time, NullLogger.Instance);
        _run = _programmer.RunAsync(_stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    [Fact]
    public async Task RunAsync_Start_ReplacesTheTableThenOnlyDifferences()
    {
        Assert.StartsWith("add table ip kube-proxy\ndelete table", (await NextAsync()).Input, StringComparison.Ordinal);
        _entries = [Udp("10.244.0.4")];
        _programmer.Wake();
        var update = (await NextAsync()).Input!;
        Assert.True(_programmer.IsProgrammed);
        Assert.DoesNotContain("delete table", update, StringComparison.Ordinal);
        Assert.Contains("dnat ip to 10.244.0.4:53", update, StringComparison.Ordinal);
        Assert.Equal("conntrack -D -p udp --dst-nat 10.244.0.3 --reply-port-src 53", (await NextAsync()).Line);
    }

    [Fact]
    public async Task RunAsync_KernelRefuses_IsNotReadyAndStartsOver()
    {
        await NextAsync();
        _command.Answer = _ => new CommandResult(1, "", "busy");
        _entries = [Udp("10.244.0.4")];
        _programmer.Wake();
        await NextAsync();
        _command.Answer = _ => new CommandResult(0, "", "");
        Assert.Contains("delete table", (await NextAsync()).Input, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_TableGone_PutsItBack()
    {
        await NextAsync();
        _command.Answer = line => new CommandResult(line.Contains("list", StringComparison.Ordinal) ? 1 : 0, "", "");
        await _programmer.CheckAsync(default);
        Assert.Equal("nft list chain ip kube-proxy nat-prerouting", (await NextAsync()).Line);
        Assert.Contains("delete table", (await NextAsync()).Input, StringComparison.Ordinal);
    }

    /// <summary>The next command; the clock moves until it comes.</summary>
    private async Task<(string Line, string? Input)> NextAsync()
    {
        var next = _command.NextAsync();
        while (!next.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Yield();
        }

        return await next;
    }

    private static ServiceEntry Udp(string backend)
    {
        IPEndPoint[] backends = [new(IPAddress.Parse(backend), 53)];
        return new ServiceEntry(new ServicePortName("ns", "dns", "dns", Protocol.Udp))
        {
            ClusterAddress = IPAddress.Parse("10.96.0.9"),
            Port = 53,
            Backends = backends,
            ExternalBackends = backends,
        };
    }
}
