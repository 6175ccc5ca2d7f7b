namespace Kube.Kubelet.Node;

/// <summary>When a node's Lease is renewed.</summary>
/// <param name="Duration">How long it speaks for the node.</param>
/// <param name="First">How long after the start it is renewed first.</param>
/// <param name="Interval">How long after each renewal the next.</param>
/// <param name="Retry">How long after one that failed.</param>
internal sealed record LeaseTiming(TimeSpan Duration, TimeSpan First, TimeSpan Interval, TimeSpan Retry)
{
    // A renewal in time for the default grace period, even if one is lost.
    private const int LazyShare = 3;

    /// <summary>At once, and four times per duration: for a node that is alone in its process.</summary>
    public static LeaseTiming Of(TimeSpan duration) => new(duration, TimeSpan.Zero, duration / 4, TimeSpan.FromSeconds(1));

    /// <summary>Three times per duration, at a moment of its own: for one of many nodes in a process, so that their renewals come evenly.</summary>
    public static LeaseTiming Spread(TimeSpan duration, Random random)
    {
        var interval = duration / LazyShare;
        return new LeaseTiming(duration, interval * random.NextDouble(), interval, TimeSpan.FromSeconds(1) + (interval * random.NextDouble() / 2));
    }
}
