using System.Net;
using System.Net.Sockets;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Client;
using Kube.Hosting;
using Kube.Proxy.Dns;
using Kube.Proxy.Machine;
using Kube.Proxy.Nftables;
using Kube.Proxy.Services;
using Microsoft.Extensions.Logging;

namespace Kube.Proxy;

/// <summary>
/// The process, put together. Watches Services and EndpointSlices; writes packet rules in the table <c>kube-proxy</c>, two rules in Docker's chain for others,
/// and the address of the cluster's name server; answers names. Never writes to the API.
/// </summary>
internal sealed class ProxyProcess
{
    /// <summary>How long rules somebody else removed stay away at most.</summary>
    private static readonly TimeSpan s_check = TimeSpan.FromSeconds(3);

    private readonly ComponentHost _host;
    private readonly ProxyFlags _flags;
    private readonly ServiceCaches _caches;
    private readonly Informers _informers;
    private readonly ServiceProgrammer _programmer;
    private readonly DockerForwarding _forwarding;
    private readonly LocalAddress? _dnsAddress;
    private volatile bool _synced;

    private ProxyProcess(ComponentHost host, ProxyFlags flags, KubeClient client, ICommand command)
    {
        _host = host;
        _flags = flags;
        _forwarding = new DockerForwarding(command, flags.ClusterCidr);
        _dnsAddress = flags.Dns is { } dns ? new LocalAddress(command, dns.Address) : null;
        _informers = new Informers(client, host.Loggers, host.Time, host.Random);
        var services = _informers.For(new InformerOptions<Service> { Indexers = ServiceCaches.ServiceIndexers });
        var slices = _informers.For(new InformerOptions<EndpointSlice> { Indexers = ServiceCaches.SliceIndexers });
        _caches = new ServiceCaches(services, slices);
        var table = new ServiceTable(flags.Nodes);
        var rules = new ServiceRules(new ServiceRulesOptions(flags.ClusterCidr, flags.Dns is null ? [] : [flags.Dns.Address]));
        var published = new PublishedPorts(ListeningPorts.Read, host.Loggers.CreateLogger("services"));
        _programmer = new ServiceProgrammer(
            () => published.Allow(_caches.Entries(table)), rules, new Nft(command), new Conntrack(command), new ProgrammerMetrics(host.Metrics), host.Time, host.Loggers.CreateLogger("services"));
        services.AddHandler(_ => _programmer.Wake());
        slices.AddHandler(_ => _programmer.Wake());
    }

    /// <summary>Runs until cancelled, or with <c>--cleanup</c> removes everything and returns.</summary>
    public static async Task RunAsync(ComponentHost host, ProxyFlags flags, CancellationToken ct)
    {
        var command = new ChildProcess();
        if (flags.Cleanup)
        {
            await CleanUpAsync(flags, command, ct);
            return;
        }

        using var client = new KubeClient(ClientConfig.FromKubeconfig(host.Kubeconfig) with { UserAgent = host.Info.Name }, host.Time);
        var process = new ProxyProcess(host, flags, client, command);
        await process.RunAsync(ct);
    }

    private static async Task CleanUpAsync(ProxyFlags flags, ICommand command, CancellationToken ct)
    {
        await new Nft(command).ApplyAsync(NftTransaction.Remove(ServiceRules.Table), ct);
        await new DockerForwarding(command, flags.ClusterCidr).RemoveAsync(ct);
        if (flags.Dns is { } dns)
        {
            await new LocalAddress(command, dns.Address).RemoveAsync(ct);
        }
    }

    private async Task RunAsync(CancellationToken ct)
    {
        _host.Health.AddReady("services", () => _programmer.IsProgrammed ? null : _synced ? "not programmed" : "waiting for Services and EndpointSlices");
        _host.Pages[RulesReport.Page] = path => RulesReport.Of(_programmer.ProgrammedEntries, path) is { } rules ? ApiJson.Serialize(rules) : null;
        await KernelSettings.EnsureAsync(ct);
        await _forwarding.EnsureAsync(ct);
        await using var informers = _informers;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var tasks = new List<Task> { CheckAsync(stop.Token) };
        using var upstream = new Upstream(NameServers, _host.Time);
        using var dns = _flags.Dns is { } address ? await StartDnsAsync(address, upstream, ct) : null;
        if (dns is not null)
        {
            tasks.Add(dns.RunAsync(stop.Token));
        }

        await _informers.StartAsync(stop.Token);
        tasks.Add(ProgramAsync(stop.Token));

        try
        {
            // Whichever ends first ends all: none of them should, before the process is told to.
            await await Task.WhenAny(tasks);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ProgramAsync(CancellationToken ct)
    {
        await _informers.WaitForSyncAsync(ct);
        _synced = true;
        await _programmer.RunAsync(ct);
    }

    private async Task<DnsServer> StartDnsAsync(IPEndPoint address, Upstream upstream, CancellationToken ct)
    {
        await _dnsAddress!.EnsureAsync(ct);
        var networks = new ClusterZoneOptions(_flags.ClusterDomain, [_flags.ClusterCidr, _flags.ServiceCidr]);
        var resolver = new DnsResolver(new ClusterZone(_caches, networks, _host.Random), upstream, () => _synced, new DnsMetrics(_host.Metrics));
        try
        {
            return new DnsServer(address, resolver, _host.Time, _host.Loggers.CreateLogger("dns"));
        }
        catch (SocketException e)
        {
            throw new StartupException($"cannot serve names on {address}: {e.Message}", e);
        }
    }

    private Func<IReadOnlyList<IPEndPoint>> NameServers => new ResolvConf(_flags.ResolvConf, _flags.Dns is null ? [] : [_flags.Dns.Address]).Servers;

    /// <summary>Docker and administrators rewrite rules of the machine as they like; what is ours comes back.</summary>
    private async Task CheckAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(s_check, _host.Time);
        while (await timer.WaitForNextTickAsync(ct))
        {
            try
            {
                if (await _forwarding.EnsureAsync(ct))
                {
                    _host.Logger.ForwardingRestored();
                }

                await _programmer.CheckAsync(ct);
                await (_dnsAddress?.EnsureAsync(ct) ?? Task.CompletedTask);
            }
            catch (NetworkException e)
            {
                _host.Logger.CheckFailed(e.Message);
            }
        }
    }
}
