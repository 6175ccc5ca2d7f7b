using Etcdserverpb;
using Kube.Etcd;

namespace Kube.Storage.Etcd;

/// <summary>
/// Leases for keys with a time to live. Keys of the same time to live share one for a while, so that thousands of Events do not make thousands
/// of leases: a lease lives that while longer, and no key goes early.
/// </summary>
internal sealed class EtcdLeases(EtcdClient client, TimeProvider clock)
{
    private static readonly TimeSpan s_longestShare = TimeSpan.FromMinutes(1);

    /// <summary>Revoking a lease deletes its keys in one transaction, which should not be a huge one.</summary>
    private const int MaxKeys = 1000;

    /// <summary>How much later than wanted a key may go, as a part of its time to live.</summary>
    private const int ShareFraction = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<TimeSpan, Shared> _leases = [];

    /// <summary>A lease that lives at least so long from now.</summary>
    public async Task<long> LeaseForAsync(TimeSpan timeToLive, CancellationToken cancel)
    {
        Task<long> lease;
        lock (_lock)
        {
            if (!_leases.TryGetValue(timeToLive, out var shared) || !shared.MayTake(clock.GetUtcNow()))
            {
                shared = new Shared(clock.GetUtcNow() + ShareTime(timeToLive), GrantAsync(timeToLive));
                _leases[timeToLive] = shared;
            }

            shared.Keys++;
            lease = shared.Lease;
        }

        return await lease.WaitAsync(cancel);
    }

    /// <summary>Lets nobody share a lease any more, because etcd does not know it.</summary>
    public void Forget(TimeSpan timeToLive)
    {
        lock (_lock)
        {
            _leases.Remove(timeToLive);
        }
    }

    private async Task<long> GrantAsync(TimeSpan timeToLive)
    {
        var seconds = (long)Math.Ceiling((timeToLive + ShareTime(timeToLive)).TotalSeconds);
        return (await client.LeaseGrantAsync(new LeaseGrantRequest { TTL = seconds }, CancellationToken.None)).ID;
    }

    private static TimeSpan ShareTime(TimeSpan timeToLive)
    {
        var part = timeToLive / ShareFraction;
        return part < s_longestShare ? part : s_longestShare;
    }

    private sealed class Shared(DateTimeOffset until, Task<long> lease)
    {
        public Task<long> Lease => lease;

        public int Keys { get; set; }

        public bool MayTake(DateTimeOffset now) => now < until && Keys < MaxKeys && !lease.IsFaulted && !lease.IsCanceled;
    }
}
