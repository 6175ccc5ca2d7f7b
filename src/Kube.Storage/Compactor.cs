using Microsoft.Extensions.Logging;

namespace Kube.Storage;

/// <summary>
/// Forgets history that is older than an interval. Each round compacts to the revision noted in the round before, so whoever else compacts
/// the same store, as another API server does, at whatever phase: the last interval is always kept.
/// </summary>
/// <param name="store">What is compacted.</param>
/// <param name="interval">How much history is kept; Kubernetes keeps five minutes.</param>
/// <param name="clock">Measures the interval.</param>
/// <param name="log">Says what was compacted.</param>
public sealed partial class Compactor(IStore store, TimeSpan interval, TimeProvider clock, ILogger<Compactor> log)
{
    /// <summary>Compacts every interval until cancelled. A failed round is logged and made up for by the next.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(interval, clock);
        long noted = 0;
        try
        {
            do
            {
                noted = await CompactAsync(noted, cancel);
            }
            while (await timer.WaitForNextTickAsync(cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The way it ends.
        }
    }

    /// <summary>One round; the revision to compact to in the next.</summary>
    private async Task<long> CompactAsync(long revision, CancellationToken cancel)
    {
        try
        {
            var current = await store.CurrentRevisionAsync(cancel);
            if (revision > 0)
            {
                await store.CompactAsync(revision, cancel);
                LogCompacted(log, revision);
            }

            return current;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            LogFailed(log, e, revision);
            return revision;
        }
    }

    [LoggerMessage(LogLevel.Debug, "compacted to revision {Revision}")]
    private static partial void LogCompacted(ILogger log, long revision);

    [LoggerMessage(LogLevel.Warning, "could not compact to revision {Revision}")]
    private static partial void LogFailed(ILogger log, Exception exception, long revision);
}
