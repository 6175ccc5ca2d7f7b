namespace Kube.Kubelet.Pods;

/// <summary>The state of one back-off: the current delay and when it last grew.</summary>
internal readonly record struct BackOffEntry(TimeSpan Delay, DateTime LastUpdate);

/// <summary>
/// Kubernetes' restart and image pull back-off: the first repetition is free, then 10 s doubling to 5 min; forgotten once the thing held
/// for twice the longest delay. Pure.
/// </summary>
internal static class BackOff
{
    public static readonly TimeSpan Initial = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Until when to hold back after something failed at <paramref name="failedAt"/>; null means go ahead.</summary>
    public static DateTime? HeldUntil(BackOffEntry? entry, DateTime failedAt, DateTime now)
    {
        if (entry is not { } known || HasExpired(known, failedAt))
        {
            return null;
        }

        var until = failedAt + known.Delay;
        return until > now ? until : null;
    }

    /// <summary>The entry after one more repetition.</summary>
    public static BackOffEntry Next(BackOffEntry? entry, DateTime failedAt, DateTime now)
    {
        if (entry is not { } known || HasExpired(known, failedAt))
        {
            return new BackOffEntry(Initial, now);
        }

        var doubled = known.Delay * 2;
        return new BackOffEntry(doubled < Longest ? doubled : Longest, now);
    }

    private static bool HasExpired(BackOffEntry entry, DateTime failedAt) => failedAt - entry.LastUpdate > Longest * 2;
}
