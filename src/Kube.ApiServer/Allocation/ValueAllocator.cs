namespace Kube.ApiServer.Allocation;

/// <summary>Chooses free values of a pool.</summary>
internal sealed class ValueAllocator(KeyPool pool, NumberedValues values, Random random)
{
    /// <summary>Guesses before the taken values are listed; a pool that is not nearly full needs one or two.</summary>
    private const int Guesses = 8;
    private readonly Lock _gate = new();

    /// <summary>The pool that is chosen from.</summary>
    public KeyPool Pool => pool;

    /// <summary>Takes a free value; null when there is none. A dry run takes nothing and names one that is free now.</summary>
    public async ValueTask<string?> TakeAsync(string holder, bool dryRun, CancellationToken cancel)
    {
        IReadOnlyDictionary<string, (string Holder, DateTimeOffset Since)>? taken = null;
        var tried = 0;
        foreach (var number in values.Order(Next))
        {
            if (++tried == Guesses)
            {
                taken = await pool.ListAsync(cancel);
            }

            var value = values.ValueAt(number);
            if (taken?.ContainsKey(value) != true && (dryRun ? await pool.IsFreeAsync(value, cancel) : await pool.TryTakeAsync(value, holder, cancel)))
            {
                return value;
            }
        }

        return null;
    }

    private long Next(long limit)
    {
        lock (_gate)
        {
            return random.NextInt64(limit);
        }
    }
}
