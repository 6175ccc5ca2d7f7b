using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Server;

/// <summary>
/// How fast processor time is used: between two readings a little apart, or, until there are two, since the start. Readings are taken when somebody
/// asks, not by a clock.
/// </summary>
internal sealed class CpuRates(TimeProvider time)
{
    private static readonly TimeSpan s_apart = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private Dictionary<string, Reading> _readings = [];
    private Dictionary<string, Reading> _next = [];

    /// <summary>Billionths of a processor; null where nothing can be said yet.</summary>
    public long? Of(string key, ResourceUsage usage)
    {
        var now = time.GetUtcNow().UtcDateTime;
        lock (_lock)
        {
            var known = _readings.TryGetValue(key, out var last) && last.Cpu <= usage.CpuNanoseconds;
            if (known && now - last!.At < s_apart)
            {
                _next[key] = last;
                return last.Rate;
            }

            var since = known ? last!.At : usage.StartedAt;
            var used = usage.CpuNanoseconds - (known ? last!.Cpu : 0);
            var rate = since is { } start && now > start ? (long)(used / (now - start).TotalSeconds) : (long?)null;
            _next[key] = new Reading(now, usage.CpuNanoseconds, rate);
            return rate;
        }
    }

    /// <summary>Forgets what was not asked for since the last call.</summary>
    public void Turn()
    {
        lock (_lock)
        {
            (_readings, _next) = (_next, []);
        }
    }

    private sealed record Reading(DateTime At, long Cpu, long? Rate);
}
