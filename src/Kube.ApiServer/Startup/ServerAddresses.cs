using System.Text;
using Kube.Storage;

namespace Kube.ApiServer.Startup;

/// <summary>
/// The addresses of the API servers that are alive, kept in the store: each writes the time beside its own address every few seconds,
/// and an address whose time is old belongs to a server that is gone.
/// </summary>
internal sealed class ServerAddresses(IStore store, string own, TimeProvider clock)
{
    private const string Prefix = "/registry/masterleases/";
    private static readonly TimeSpan s_alive = TimeSpan.FromSeconds(30);

    /// <summary>Says that this server is alive, and forgets those that are not.</summary>
    /// <returns>The addresses of all that are, in order.</returns>
    public async Task<IReadOnlyList<string>> RenewAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var value = Encoding.UTF8.GetBytes(now.ToString());
        var result = await store.CreateAsync(Prefix + own, value, null, cancel);
        if (result is { Succeeded: false, Current: { } mine })
        {
            await store.UpdateAsync(mine.Key, value, mine.ModRevision, cancel);
        }

        var alive = new List<string>();
        foreach (var entry in (await store.RangeAsync(Prefix, null, 0, 0, cancel)).Entries)
        {
            var address = entry.Key[Prefix.Length..];
            if (address == own || now - long.Parse(Encoding.UTF8.GetString(entry.Value.Span)) <= s_alive.TotalSeconds)
            {
                alive.Add(address);
            }
            else
            {
                await store.DeleteAsync(entry.Key, entry.ModRevision, cancel);
            }
        }

        return alive;
    }

    /// <summary>Takes this server's address out.</summary>
    public async Task LeaveAsync(CancellationToken cancel)
    {
        if (await store.GetAsync(Prefix + own, cancel) is { } mine)
        {
            await store.DeleteAsync(mine.Key, mine.ModRevision, cancel);
        }
    }
}
