using Kube.Benchmarks.Load;
using Kube.Client;

namespace Kube.Benchmarks.Targets;

/// <summary>Waiting for a server that has just been started.</summary>
internal static class Answering
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    /// <summary>Returns when a path answers with 2xx. Fails when the process ends before, or after a minute.</summary>
    public static async Task WaitAsync(ClientConfig config, string path, ChildProcess process, TimeProvider clock, CancellationToken cancel)
    {
        using var target = new HttpTarget(config, 1);
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await target.GetAsync(0, path, cancel);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or BenchmarkException && clock.GetElapsedTime(started) < s_limit)
            {
                process.CheckAlive();
                await Task.Delay(s_pause, clock, cancel);
            }
        }
    }
}
