using Kube.Storage.Trees;

namespace Kube.Storage.Memory;

/// <summary>Every state and every change since the last compaction. One revision is one change. Not for concurrent use.</summary>
internal sealed class MemoryHistory
{
    /// <summary>As in etcd, an empty store is at revision 1.</summary>
    private const long First = 1;

    /// <summary>As etcd does, a watch that is behind is told in portions.</summary>
    private const int MaxBatch = 1000;

    private readonly List<KeyTree<StoreEntry>> _states = [KeyTree<StoreEntry>.Empty];
    private readonly List<StoreEvent> _events = [];

    /// <summary>The oldest revision that can be read.</summary>
    public long Oldest { get; private set; } = First;

    public long Newest => Oldest + _states.Count - 1;

    public KeyTree<StoreEntry> State => _states[^1];

    public void Add(KeyTree<StoreEntry> state, StoreEvent change)
    {
        _states.Add(state);
        _events.Add(change);
    }

    /// <summary>The state at a revision (0: now).</summary>
    public KeyTree<StoreEntry> At(long revision)
    {
        if (revision == 0)
        {
            return State;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(revision, Newest);
        return revision < Oldest ? throw new CompactedException(Oldest) : _states[(int)(revision - Oldest)];
    }

    /// <summary>The changes after a revision to keys with a prefix, not too many at once, and the revision up to which that looked.</summary>
    public StoreEvents After(long revision, string prefix)
    {
        if (revision < Oldest && Oldest > First)
        {
            throw new CompactedException(Oldest);
        }

        var found = new List<StoreEvent>();
        var next = (int)Math.Clamp(revision - Oldest, 0, _events.Count);
        for (; next < _events.Count && found.Count < MaxBatch; next++)
        {
            if (_events[next].Key.StartsWith(prefix, StringComparison.Ordinal))
            {
                found.Add(_events[next]);
            }
        }

        return new StoreEvents(found, Math.Max(revision, next == 0 ? Oldest : _events[next - 1].Revision));
    }

    public void Compact(long revision)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(revision, Newest);
        if (revision <= Oldest)
        {
            return;
        }

        var count = (int)(revision - Oldest);
        _states.RemoveRange(0, count);
        _events.RemoveRange(0, count);
        Oldest = revision;
    }
}
