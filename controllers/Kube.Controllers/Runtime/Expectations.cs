using Kube.Client;

namespace Kube.Controllers.Runtime;

/// <summary>
/// What a controller has asked for and not yet seen in its cache, per key. While something is outstanding the controller must not
/// create or delete more: its cache is older than its own writes. Creations are counted, because their names are not known
/// beforehand; deletions are remembered by uid, because one deletion is seen more than once (the mark, then the end).
/// An expectation that is never met is given up after <see cref="Timeout"/>: an event may have been lost to a failed call.
/// </summary>
internal sealed class Expectations(TimeProvider time)
{
    /// <summary>Longer than any write takes to come back through a watch; the cache is trusted again afterwards.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<ObjectKey, Outstanding> _byKey = [];

    /// <summary>To be called before the creations are sent.</summary>
    public void ExpectCreations(ObjectKey key, int count)
    {
        lock (_lock)
        {
            Begin(key).Creations += count;
        }
    }

    /// <summary>To be called before the deletions are sent.</summary>
    public void ExpectDeletions(ObjectKey key, IEnumerable<string> uids)
    {
        lock (_lock)
        {
            Begin(key).Deletions.UnionWith(uids);
        }
    }

    /// <summary>Creations were seen, or failed, or were never sent.</summary>
    public void CreationObserved(ObjectKey key, int count = 1)
    {
        lock (_lock)
        {
            if (_byKey.TryGetValue(key, out var outstanding))
            {
                outstanding.Creations = Math.Max(0, outstanding.Creations - count);
            }
        }
    }

    /// <summary>The deletion was seen, or failed.</summary>
    public void DeletionObserved(ObjectKey key, string uid)
    {
        lock (_lock)
        {
            if (_byKey.TryGetValue(key, out var outstanding))
            {
                outstanding.Deletions.Remove(uid);
            }
        }
    }

    /// <summary>Whether the cache has caught up with everything asked for under the key.</summary>
    public bool Satisfied(ObjectKey key)
    {
        lock (_lock)
        {
            return !_byKey.TryGetValue(key, out var outstanding) || outstanding.IsMet || time.GetUtcNow() - outstanding.Since >= Timeout;
        }
    }

    /// <summary>The key's object is gone.</summary>
    public void Forget(ObjectKey key)
    {
        lock (_lock)
        {
            _byKey.Remove(key);
        }
    }

    private Outstanding Begin(ObjectKey key)
    {
        if (!_byKey.TryGetValue(key, out var outstanding) || outstanding.IsMet || time.GetUtcNow() - outstanding.Since >= Timeout)
        {
            outstanding = new Outstanding();
            _byKey[key] = outstanding;
        }

        outstanding.Since = time.GetUtcNow();
        return outstanding;
    }

    private sealed class Outstanding
    {
        public int Creations { get; set; }

        public HashSet<string> Deletions { get; } = [];

        public DateTimeOffset Since { get; set; }

        public bool IsMet => Creations == 0 && Deletions.Count == 0;
    }
}
