namespace Kube.Controllers.Runtime;

/// <summary>
/// Runs many alike calls in batches of 1, 2, 4, 8, ... and stops after the first batch in which one failed. A thousand pods that
/// quota will refuse cost one request, and a thousand that it will not cost ten round trips.
/// </summary>
internal static class SlowStart
{
    /// <summary>The size of the first batch.</summary>
    public const int InitialBatch = 1;

    /// <summary>Makes up to <paramref name="count"/> calls. Failures are reported, not thrown; cancellation is thrown.</summary>
    public static async Task<SlowStartResult> RunAsync(int count, Func<Task> call, CancellationToken ct)
    {
        var succeeded = 0;
        var started = 0;
        for (var batch = InitialBatch; started < count; batch *= 2)
        {
            ct.ThrowIfCancellationRequested();
            var size = Math.Min(batch, count - started);
            started += size;
            var results = await Task.WhenAll(Enumerable.Range(0, size).Select(_ => AttemptAsync(call, ct)));
            succeeded += results.Count(error => error is null);
            if (Array.Find(results, error => error is not null) is { } failure)
            {
                return new SlowStartResult(succeeded, started, failure);
            }
        }

        return new SlowStartResult(succeeded, started, null);
    }

    private static async Task<Exception?> AttemptAsync(Func<Task> call, CancellationToken ct)
    {
        try
        {
            await call();
            return null;
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            return error;
        }
    }
}
