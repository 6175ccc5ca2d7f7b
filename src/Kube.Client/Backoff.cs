namespace Kube.Client;

/// <summary>Growing pauses between attempts: doubled each time up to a cap, and spread by half so that many clients do not come back at once.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, Random random)
{
    private int _attempts;

    /// <summary>The next pause.</summary>
    public TimeSpan Next()
    {
        // Past 2^30 the factor would only lead to overflow; every cap is reached long before.
        var seconds = Math.Min(first.TotalSeconds * Math.Pow(2, Math.Min(_attempts++, 30)), longest.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.75 + (random.NextDouble() / 2)));
    }

    /// <summary>Starts over after a success.</summary>
    public void Reset() => _attempts = 0;
}
