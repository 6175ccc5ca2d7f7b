namespace Kube.Storage.Cache;

/// <summary>
/// The latest changes of a resource, oldest first: what watches from a past revision are served from. A ring that grows while its oldest change
/// is young, up to its bounds, and forgets the oldest change otherwise. Not for concurrent use.
/// </summary>
internal sealed class EventWindow(CacheOptions options, TimeProvider clock)
{
    private (CacheChange Change, long Time)[] _ring = new (CacheChange, long)[options.MinWindow];
    private int _start;
    private long _bytes;

    /// <summary>Every change after this revision is held.</summary>
    public long Floor { get; private set; }

    /// <summary>Changes held.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets everything; the window begins after a revision.</summary>
    public void Reset(long floor)
    {
        _ring = new (CacheChange, long)[options.MinWindow];
        (_start, Count, _bytes, Floor) = (0, 0, 0, floor);
    }

    public void Add(CacheChange change)
    {
        while (Count > 0 && _bytes + change.Size > options.MaxWindowBytes)
        {
            DropOldest();
        }

        if (Count == _ring.Length)
        {
            MakeRoom();
        }

        _ring[Index(Count)] = (change, clock.GetTimestamp());
        Count++;
        _bytes += change.Size;
    }

    /// <summary>The changes after a revision. Throws <see cref="CompactedException"/> when some of them are no longer held.</summary>
    public CacheChange[] After(long revision)
    {
        if (revision < Floor)
        {
            throw new CompactedException(Floor);
        }

        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _ring[Index(middle)].Change.Revision <= revision ? (middle + 1, high) : (low, middle);
        }

        var changes = new CacheChange[Count - low];
        for (var i = 0; i < changes.Length; i++)
        {
            changes[i] = _ring[Index(low + i)].Change;
        }

        return changes;
    }

    private void MakeRoom()
    {
        if (Count >= options.MaxWindow || clock.GetElapsedTime(_ring[_start].Time) > options.WindowAge)
        {
            DropOldest();
            return;
        }

        var larger = new (CacheChange, long)[Math.Min(options.MaxWindow, _ring.Length * 2)];
        for (var i = 0; i < Count; i++)
        {
            larger[i] = _ring[Index(i)];
        }

        (_ring, _start) = (larger, 0);
    }

    private void DropOldest()
    {
        var oldest = _ring[_start].Change;
        _ring[_start] = default;
        _start = Index(1);
        Count--;
        _bytes -= oldest.Size;
        Floor = oldest.Revision;
    }

    private int Index(int offset) => (_start + offset) % _ring.Length;
}
