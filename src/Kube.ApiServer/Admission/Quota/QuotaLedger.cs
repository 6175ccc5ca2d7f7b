using Kube.Api;
using Kube.Api.Core.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.Machinery.Quota;

namespace Kube.ApiServer.Admission.Quota;

/// <summary>
/// Writes the use of quotas. Whatever comes for one quota while it is being written waits and is settled together with the next write, so that many
/// creates at once cost few writes and do not get into each other's way. Other servers' writes are guarded against by the revision, as always.
/// Not cancelled with a request: others may be waiting for the same write.
/// </summary>
internal sealed class QuotaLedger(Func<ResourceStore> quotas)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Namespace, string Name), List<Entry>> _waiting = [];

    /// <summary>Charges a demand if the quota allows it.</summary>
    public Task<QuotaVerdict> ChargeAsync(string ns, string quota, QuotaDemand demand) => SettleAsync((ns, quota), new Entry(demand, null));

    /// <summary>Takes a charge back. Where the store is away the controller will find out.</summary>
    public async Task GiveBackAsync(string ns, string quota, IReadOnlyDictionary<string, Quantity> amounts)
    {
        try
        {
            await SettleAsync((ns, quota), new Entry(null, amounts));
        }
        catch (Exception error) when (error is ApiError || StoreFailure.From(error) is not null)
        {
            // What the client is told is why its own write failed.
        }
    }

    private Task<QuotaVerdict> SettleAsync((string Namespace, string Name) key, Entry entry)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(key, out var others))
            {
                others.Add(entry);
                return entry.Outcome.Task;
            }

            _waiting[key] = [entry];
        }

        _ = WorkAsync(key);
        return entry.Outcome.Task;
    }

    private async Task WorkAsync((string Namespace, string Name) key)
    {
        while (TakeAll(key) is { Count: > 0 } batch)
        {
            try
            {
                await quotas().UpdateAsync(key.Namespace, key.Name, current => new(Settled(current, batch)), UpdateTarget.Server, WriteOptions.Internal, CancellationToken.None);
                batch.ForEach(e => e.Outcome.SetResult(e.Verdict));
            }
            catch (ApiError error) when (error.Code == 404)
            {
                // A quota that is gone bounds nothing.
                batch.ForEach(e => e.Outcome.SetResult(QuotaVerdict.Indifferent));
            }
            catch (Exception error)
            {
                batch.ForEach(e => e.Outcome.SetException(error));
            }
        }
    }

    /// <summary>What waits now; the quota stays in hand until nothing does.</summary>
    private List<Entry> TakeAll((string Namespace, string Name) key)
    {
        lock (_lock)
        {
            var batch = _waiting[key];
            if (batch.Count == 0)
            {
                _waiting.Remove(key);
            }
            else
            {
                _waiting[key] = [];
            }

            return batch;
        }
    }

    /// <summary>The quota after everything in the batch, in order. Runs again when another write came first; the last run counts.</summary>
    private static ResourceQuota Settled(StoredObject current, List<Entry> batch)
    {
        var quota = (ResourceQuota)current.Object.Clone();
        foreach (var entry in batch)
        {
            entry.Verdict = entry.Demand is { } demand ? QuotaRules.Judge(quota, demand) : QuotaVerdict.Indifferent;
            if (entry.Verdict.Used is { } used)
            {
                quota.Status!.Used = used;
            }
            else if (entry.Back is { } back && quota.Status?.Used is { } before)
            {
                quota.Status.Used = before.Less(back);
            }
        }

        return quota;
    }

    private sealed class Entry(QuotaDemand? demand, IReadOnlyDictionary<string, Quantity>? back)
    {
        public QuotaDemand? Demand => demand;

        public IReadOnlyDictionary<string, Quantity>? Back => back;

        public QuotaVerdict Verdict { get; set; } = QuotaVerdict.Indifferent;

        public TaskCompletionSource<QuotaVerdict> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
