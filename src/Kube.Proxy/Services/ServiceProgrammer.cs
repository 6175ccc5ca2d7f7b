using System.Threading.Channels;
using Kube.Hosting;
using Kube.Proxy.Machine;
using Kube.Proxy.Nftables;
using Microsoft.Extensions.Logging;

namespace Kube.Proxy.Services;

/// <summary>
/// Keeps the kernel's packet rules equal to the Services. Changes that come together are one transaction with only the difference.
/// When it starts, or when the kernel refused something, it replaces the whole table, so that nothing of an earlier life remains.
/// </summary>
internal sealed class ServiceProgrammer(
    Func<IReadOnlyList<ServiceEntry>> read, ServiceRules rules, Nft nft, Conntrack conntrack, ProgrammerMetrics metrics, TimeProvider time, ILogger logger)
{
    /// <summary>Long enough for the slices of one roll-out step to be one transaction, short enough that nobody waits for it.</summary>
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(2);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private NftRuleset? _programmed;
    private IReadOnlyList<ServiceEntry> _entries = [];
    private volatile bool _replace;

    /// <summary>Whether the kernel has had the rules at least once, and the last attempt succeeded.</summary>
    public bool IsProgrammed => Volatile.Read(ref _programmed) is not null;

    /// <summary>What the kernel was given with the last change it took; null while it has not taken the last one.</summary>
    public IReadOnlyList<ServiceEntry>? ProgrammedEntries => IsProgrammed ? Volatile.Read(ref _entries) : null;

    /// <summary>Something changed. Cheap; never blocks.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Puts the whole table back where somebody removed it.</summary>
    public async Task CheckAsync(CancellationToken ct)
    {
        if (IsProgrammed && !await nft.HasChainAsync(ServiceRules.Table, "nat-prerouting", ct))
        {
            logger.TableGone(ServiceRules.Table);
            _replace = true;
            Wake();
        }
    }

    public async Task RunAsync(CancellationToken ct)
    {
        Wake();
        while (await _wake.Reader.WaitToReadAsync(ct))
        {
            await Task.Delay(s_gather, time, ct);
            _wake.Reader.TryRead(out _);
            if (!await TryProgramAsync(ct))
            {
                await Task.Delay(s_retry, time, ct);
                Wake();
            }
        }
    }

    private async Task<bool> TryProgramAsync(CancellationToken ct)
    {
        var began = time.GetTimestamp();
        var entries = read();
        var wanted = rules.Render(entries);
        var known = _replace ? null : _programmed;
        _replace = false;
        try
        {
            var script = known is null ? NftTransaction.Replace(ServiceRules.Table, wanted) : NftTransaction.Update(ServiceRules.Table, known, wanted);
            if (script.Length == 0)
            {
                return true;
            }

            await nft.ApplyAsync(script, ct);
            Volatile.Write(ref _programmed, wanted);
            metrics.Programmed(time.GetElapsedTime(began), entries.Count);
            logger.Programmed(entries.Count, script.Length, time.GetElapsedTime(began).TotalMilliseconds);
            await ForgetFlowsAsync(_entries, entries, ct);
            _entries = entries;
            return true;
        }
        catch (NetworkException e)
        {
            metrics.Failed();
            logger.NotProgrammed(e.Message);
            Volatile.Write(ref _programmed, null);
            return false;
        }
    }

    private async Task ForgetFlowsAsync(IReadOnlyList<ServiceEntry> before, IReadOnlyList<ServiceEntry> after, CancellationToken ct)
    {
        var stale = StaleFlows.Between(before, after);
        foreach (var endpoint in stale.Endpoints)
        {
            await conntrack.ForgetEndpointAsync(endpoint, ct);
        }

        foreach (var entry in stale.NewlyServed)
        {
            await conntrack.ForgetServiceAsync(entry.ClusterAddress, entry.Port, ct);
            foreach (var port in entry.MachinePorts)
            {
                await conntrack.ForgetNodePortAsync(port, ct);
            }
        }
    }
}
