using System.Diagnostics;
using Kube.Benchmarks.Report;

namespace Kube.Benchmarks.Load;

/// <summary>A closed loop: so many workers, each starting its next operation when the one before is done.</summary>
internal static class LoadRun
{
    /// <summary>Runs <paramref name="count"/> operations; an operation gets its number and returns the bytes it read. The first failure ends the run.</summary>
    public static async Task<LoadResult> CountAsync(string what, int workers, int count, Func<int, CancellationToken, Task<long>> operation, CancellationToken cancel)
    {
        using var progress = new ProgressBar(what, count);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var (next, bytes) = (-1, 0L);
        var latencies = new double[count];
        var started = Stopwatch.GetTimestamp();
        async Task WorkAsync()
        {
            while (Interlocked.Increment(ref next) is var number && number < count)
            {
                var begin = Stopwatch.GetTimestamp();
                Interlocked.Add(ref bytes, await operation(number, stop.Token));
                latencies[number] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
                progress.Add();
            }
        }

        var tasks = Enumerable.Range(0, workers).Select(_ => WorkAsync()).ToList();
        while (tasks.Count > 0)
        {
            var ended = await Task.WhenAny(tasks);
            tasks.Remove(ended);
            if (!ended.IsCompletedSuccessfully)
            {
                await stop.CancelAsync();
                await ended;
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        Array.Sort(latencies);
        return new LoadResult(count, bytes, elapsed, latencies);
    }
}
