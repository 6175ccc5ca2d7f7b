using Kube.Api.Core.V1;
using Kube.ApiServer.Registry;
using Kube.Storage.Cache;
using Microsoft.Extensions.Logging;

namespace Kube.ApiServer.Allocation;

/// <summary>
/// Brings the allocations in line with the Services: takes what a Service holds but nobody noted, gives back what no Service holds.
/// A young allocation without a Service may belong to a write that is under way and is left alone.
/// </summary>
internal sealed partial class AllocationRepair(ResourceStore services, KeyPool addresses, KeyPool ports, TimeProvider clock, ILogger<AllocationRepair> logger)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_young = TimeSpan.FromMinutes(2);

    /// <summary>Repairs every few minutes until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(s_interval, clock);
        while (await timer.WaitForNextTickAsync(cancel))
        {
            try
            {
                await RepairAsync(cancel);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                LogFailed(error.Message);
            }
        }
    }

    /// <summary>One pass.</summary>
    public async Task RepairAsync(CancellationToken cancel)
    {
        // Allocations first: what is taken after this list was read cannot be mistaken for left over.
        var (takenAddresses, takenPorts) = (await addresses.ListAsync(cancel), await ports.ListAsync(cancel));
        var snapshot = await services.Cache.WaitFreshAsync(cancel);
        var all = snapshot.Select(CacheFilter.All).Select(e => (Service)services.Typed(e).Object).ToList();
        await RepairAsync(addresses, takenAddresses, [.. all.SelectMany(s => ServiceAllocator.Addresses(s).Select(v => (v, ServiceAllocator.HolderOf(s))))], cancel);
        await RepairAsync(ports, takenPorts, [.. all.SelectMany(s => ServiceAllocator.NodePorts(s).Select(v => (v, ServiceAllocator.HolderOf(s))))], cancel);
    }

    private async Task RepairAsync(KeyPool pool, IReadOnlyDictionary<string, (string Holder, DateTimeOffset Since)> taken, List<(string Value, string Holder)> wanted, CancellationToken cancel)
    {
        var holders = wanted.ToLookup(w => w.Value, w => w.Holder, StringComparer.Ordinal);
        foreach (var (value, (holder, since)) in taken)
        {
            if (!holders[value].Contains(holder) && clock.GetUtcNow() - since >= s_young)
            {
                LogLeftOver(pool.Prefix, value, holder);
                await pool.ReleaseAsync(value, holder, cancel);
            }
        }

        foreach (var (value, holder) in wanted.Where(w => !taken.ContainsKey(w.Value)))
        {
            if (await pool.TryTakeAsync(value, holder, cancel))
            {
                LogMissing(pool.Prefix, value, holder);
            }
        }
    }
}
