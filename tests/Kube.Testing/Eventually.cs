using System.Diagnostics;

namespace Kube.Testing;

/// <summary>Waiting for what no watch can tell: another process' answer over HTTP, a container's state. For API objects wait on a watch.</summary>
public static class Eventually
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks again until the probe returns null (good); throws <see cref="TimeoutException"/> with its last complaint after the limit.</summary>
    public static async Task HoldsAsync(TimeSpan limit, Func<Task<string?>> probe)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var complaint = await probe();
            if (complaint is null)
            {
                return;
            }

            if (clock.Elapsed > limit)
            {
                throw new TimeoutException($"not within {limit.TotalSeconds:0} s: {complaint}");
            }

            await Task.Delay(s_pause, TimeProvider.System);
        }
    }
}
