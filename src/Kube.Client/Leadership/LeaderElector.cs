using Microsoft.Extensions.Logging;

namespace Kube.Client;

/// <summary>
/// Leads while it holds a Lease. Time is measured from when a renewal was seen, never by comparing clocks of two machines.
/// </summary>
public sealed class LeaderElector
{
    /// <summary>One candidate.</summary>
    public LeaderElector(KubeClient client, LeaderElectionOptions options, ILoggerFactory? loggers = null, TimeProvider? time = null, Random? random = null)
    {
    }

    /// <summary>Whether this instance leads now.</summary>
    public bool IsLeader => throw new NotSupportedException();

    /// <summary>
    /// Campaigns until <paramref name="ct"/>. While leading, <paramref name="lead"/> runs; its token is cancelled when leadership is lost or the process stops.
    /// After a loss it campaigns again, so <paramref name="lead"/> may be called more than once, never twice at a time.
    /// On a graceful stop the Lease is released, so that the next leader need not wait for it to expire.
    /// </summary>
    public Task RunAsync(Func<CancellationToken, Task> lead, CancellationToken ct) => throw new NotSupportedException();
}
