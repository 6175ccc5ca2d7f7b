using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Storage;

namespace Kube.ApiServer.Allocation;

/// <summary>
/// Values of which each may have one holder: a key per value in the store, created under the guard that it does not exist. That makes them
/// unique across any number of API servers. A key whose holder was never stored is found by <see cref="AllocationRepair"/>.
/// </summary>
internal sealed class KeyPool(IStore store, string name, TimeProvider clock)
{
    /// <summary>The prefix of all keys.</summary>
    public string Prefix { get; } = $"/registry/ranges/{name}/";

    /// <summary>Takes a value; false when somebody has it.</summary>
    public async ValueTask<bool> TryTakeAsync(string value, string holder, CancellationToken cancel)
    {
        var record = new JsonObject { ["holder"] = holder, ["time"] = clock.GetUtcNow().ToUnixTimeSeconds() };
        return (await store.CreateAsync(Prefix + value, Encoding.UTF8.GetBytes(record.ToJsonString()), null, cancel)).Succeeded;
    }

    /// <summary>True when nobody has the value now.</summary>
    public async ValueTask<bool> IsFreeAsync(string value, CancellationToken cancel) => await store.GetAsync(Prefix + value, cancel) is null;

    /// <summary>Gives a value back, if this holder has it.</summary>
    public async ValueTask ReleaseAsync(string value, string holder, CancellationToken cancel)
    {
        var entry = await store.GetAsync(Prefix + value, cancel);
        while (entry is not null && HolderOf(entry).Holder == holder)
        {
            var result = await store.DeleteAsync(entry.Key, entry.ModRevision, cancel);
            entry = result.Succeeded ? null : result.Current;
        }
    }

    /// <summary>Everything that is taken: value, holder and since when.</summary>
    public async Task<IReadOnlyDictionary<string, (string Holder, DateTimeOffset Since)>> ListAsync(CancellationToken cancel)
    {
        var range = await store.RangeAsync(Prefix, null, 0, 0, cancel);
        return range.Entries.ToDictionary(e => e.Key[Prefix.Length..], HolderOf);
    }

    private static (string Holder, DateTimeOffset Since) HolderOf(StoreEntry entry)
    {
        using var record = JsonDocument.Parse(entry.Value);
        var time = record.RootElement.GetProperty("time").GetInt64();
        return (record.RootElement.GetProperty("holder").GetString() ?? "", DateTimeOffset.FromUnixTimeSeconds(time));
    }
}
