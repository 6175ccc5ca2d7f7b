namespace Kube.Client;

/// <summary>Keys that become ready later. One timer, set for the earliest.</summary>
internal sealed class DelayedKeys<TKey> : IDisposable
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TKey, long> _order = new();
    private readonly Dictionary<TKey, long> _due = [];
    private readonly TimeProvider _time;
    private readonly Action<TKey> _ready;
    private readonly ITimer _timer;
    private bool _disposed;

    public DelayedKeys(TimeProvider time, Action<TKey> ready)
    {
        _time = time;
        _ready = ready;
        _timer = time.CreateTimer(_ => Release(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(TKey key, TimeSpan delay)
    {
        var due = _time.GetTimestamp() + (long)(delay.TotalSeconds * _time.TimestampFrequency);
        lock (_lock)
        {
            if (_disposed || (_due.TryGetValue(key, out var earlier) && earlier <= due))
            {
                return;
            }

            _due[key] = due;
            _order.Enqueue(key, due);
            SetTimer();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _timer.Dispose();
        }
    }

    private void Release()
    {
        var ready = new List<TKey>();
        lock (_lock)
        {
            var now = _time.GetTimestamp();
            while (_order.TryPeek(out var key, out var due) && due <= now)
            {
                _order.Dequeue();

                // Entries overtaken by an earlier time for the same key are still in the queue; they no longer count.
                if (_due.TryGetValue(key, out var valid) && valid == due)
                {
                    _due.Remove(key);
                    ready.Add(key);
                }
            }

            SetTimer();
        }

        foreach (var key in ready)
        {
            _ready(key);
        }
    }

    private void SetTimer()
    {
        if (_disposed || !_order.TryPeek(out _, out var due))
        {
            return;
        }

        // Timers count whole milliseconds; rounded up, so that one that fires has something to release.
        var wait = _time.GetElapsedTime(_time.GetTimestamp(), due).TotalMilliseconds;
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(wait))), Timeout.InfiniteTimeSpan);
    }
}
