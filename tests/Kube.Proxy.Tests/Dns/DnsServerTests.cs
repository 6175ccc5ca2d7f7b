using System.Net;
using System.Net.Sockets;
using Kube.Hosting;
using Kube.Proxy.Dns;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Proxy.Tests.Dns;

/// <summary>The name server on loopback, with another one of the kind as the machine's name server.</summary>
public sealed class DnsServerTests : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<IDisposable> _disposables = [];
    private readonly List<Task> _runs = [];
    private readonly DnsServer _upstream;
    private readonly DnsServer _server;
    private bool _ready = true;

    public DnsServerTests()
    {
        _upstream = Start("example.org", () => []);
        _server = Start("cluster.local", () => [_upstream.Address]);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_runs).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _disposables.ForEach(disposable => disposable.Dispose());
        _stop.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Query_OfTheCluster_IsAnswered(bool tcp)
    {
        var answer = DnsReader.ReadResponse(await AskAsync(DnsWriter.Query(7, DnsName.Parse("web.ns.svc.cluster.local"), DnsType.A), tcp));
        Assert.Equal("10.96.0.5", ((AddressRecord)Assert.Single(answer.Answers)).Address.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Query_OfAnotherZone_IsPassedOnWithTheClientsId(bool tcp)
    {
        var response = await AskAsync(DnsWriter.Query(0xABCD, DnsName.Parse("web.ns.svc.example.org"), DnsType.A), tcp);
        Assert.Equal((0xAB, 0xCD), (response[0], response[1]));
        Assert.Single(DnsReader.ReadResponse(response).Answers);
    }

    [Fact]
    public async Task Query_NobodyToAsk_IsAFailure()
    {
        var response = await AskAsync(DnsWriter.Query(1, DnsName.Parse("elsewhere.test"), DnsType.A), tcp: false);
        Assert.Equal(DnsCode.ServerFailure, DnsReader.ReadResponse(response).Code);
    }

    [Fact]
    public async Task Query_BeforeTheCachesAreFull_IsAFailureAndNotADenial()
    {
        _ready = false;
        var response = await AskAsync(DnsWriter.Query(1, DnsName.Parse("nobody.ns.svc.cluster.local"), DnsType.A), tcp: false);
        Assert.Equal(DnsCode.ServerFailure, DnsReader.ReadResponse(response).Code);
    }

    [Fact]
    public async Task Query_Broken_IsAFormatErrorWithItsId()
    {
        var response = await AskAsync(Convert.FromHexString("0042010000020000000000000000010001"), tcp: false);
        Assert.Equal((0x42, (int)DnsCode.FormatError), (response[1], response[3] & 0xF));
    }

    private DnsServer Start(string domain, Func<IReadOnlyList<IPEndPoint>> upstream)
    {
        var zone = new ClusterZone(ClusterZoneTests.World(), new ClusterZoneOptions(domain, []), new Random(1));
        var others = new Upstream(upstream, TimeProvider.System);
        var resolver = new DnsResolver(zone, others, () => _ready, new DnsMetrics(new Metrics()));
        var server = new DnsServer(new IPEndPoint(IPAddress.Loopback, 0), resolver, TimeProvider.System, NullLogger.Instance);
        _disposables.AddRange([others, server]);
        _runs.Add(server.RunAsync(_stop.Token));
        return server;
    }

    private async Task<byte[]> AskAsync(byte[] query, bool tcp)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        if (tcp)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(_server.Address, limit.Token);
            await DnsFrames.WriteAsync(client.GetStream(), query, limit.Token);
            return (await DnsFrames.ReadAsync(client.GetStream(), limit.Token))!;
        }

        using var udp = new UdpClient();
        udp.Connect(_server.Address);
        await udp.SendAsync(query, limit.Token);
        return (await udp.ReceiveAsync(limit.Token)).Buffer;
    }
}
