namespace Kube.Storage.Memory;

/// <summary>When keys with a time to live go. Not for concurrent use.</summary>
internal sealed class Expiries
{
    private readonly Dictionary<string, DateTimeOffset> _ends = [];
    private readonly PriorityQueue<string, DateTimeOffset> _queue = new();

    /// <summary>The next end; null when nothing ends.</summary>
    public DateTimeOffset? Next => _queue.TryPeek(out _, out var end) ? end : null;

    public void Set(string key, DateTimeOffset end)
    {
        _ends[key] = end;
        _queue.Enqueue(key, end);
    }

    public void Remove(string key) => _ends.Remove(key);

    /// <summary>A key whose time has come; null when there is none (any more).</summary>
    public string? TakeDue(DateTimeOffset now)
    {
        while (_queue.TryPeek(out var key, out var end) && end <= now)
        {
            _queue.Dequeue();
            if (_ends.TryGetValue(key, out var wanted) && wanted == end)
            {
                _ends.Remove(key);
                return key;
            }
        }

        return null;
    }
}
