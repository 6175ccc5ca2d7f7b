using System.Threading.Channels;

namespace Kube.Client;

/// <summary>
/// Keys waiting to be worked on, first in first out. A key added while it waits is there once; a key added while it is being worked on comes back after
/// <see cref="Done"/>, so no key is ever with two workers. Every <see cref="TakeAsync"/> must be followed by one <see cref="Done"/>.
/// </summary>
public sealed class WorkQueue<TKey> : IDisposable
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Channel<TKey> _ready = Channel.CreateUnbounded<TKey>();
    private readonly HashSet<TKey> _wanted = [];
    private readonly HashSet<TKey> _inWork = [];
    private readonly Dictionary<TKey, int> _retries = [];
    private readonly DelayedKeys<TKey> _delayed;
    private readonly WorkQueueOptions _options;

    /// <summary>An empty queue.</summary>
    public WorkQueue(TimeProvider? time = null, WorkQueueOptions? options = null)
    {
        _options = options ?? new WorkQueueOptions();
        _delayed = new DelayedKeys<TKey>(time ?? TimeProvider.System, Add);
    }

    /// <summary>Keys ready to be taken.</summary>
    public int Count => _ready.Reader.Count;

    /// <summary>Adds a key now.</summary>
    public void Add(TKey key)
    {
        lock (_lock)
        {
            if (_wanted.Add(key) && !_inWork.Contains(key))
            {
                _ready.Writer.TryWrite(key);
            }
        }
    }

    /// <summary>Adds a key after a delay; an earlier time already set for it wins.</summary>
    public void AddAfter(TKey key, TimeSpan delay)
    {
        if (delay <= TimeSpan.Zero)
        {
            Add(key);
        }
        else
        {
            _delayed.Add(key, delay);
        }
    }

    /// <summary>Adds a key after its back-off, which doubles with each call until <see cref="Forget"/>.</summary>
    public void AddRateLimited(TKey key)
    {
        int retries;
        lock (_lock)
        {
            retries = _retries.GetValueOrDefault(key);
            _retries[key] = retries + 1;
        }

        // Past 2^40 the factor would only lead to overflow; every cap is reached long before.
        var delay = _options.FirstDelay.TotalSeconds * Math.Pow(2, Math.Min(retries, 40));
        AddAfter(key, TimeSpan.FromSeconds(Math.Min(delay, _options.LongestDelay.TotalSeconds)));
    }

    /// <summary>How often a key was added rate limited since it was last forgotten.</summary>
    public int Retries(TKey key)
    {
        lock (_lock)
        {
            return _retries.GetValueOrDefault(key);
        }
    }

    /// <summary>Ends a key's back-off. Call when it was worked on with success.</summary>
    public void Forget(TKey key)
    {
        lock (_lock)
        {
            _retries.Remove(key);
        }
    }

    /// <summary>Says that work on a taken key has ended, one way or the other.</summary>
    public void Done(TKey key)
    {
        lock (_lock)
        {
            if (_inWork.Remove(key) && _wanted.Contains(key))
            {
                _ready.Writer.TryWrite(key);
            }
        }
    }

    /// <summary>The next key, waiting for one where there is none. Throws <see cref="ChannelClosedException"/> when the queue was disposed.</summary>
    public async ValueTask<TKey> TakeAsync(CancellationToken ct)
    {
        var key = await _ready.Reader.ReadAsync(ct);
        lock (_lock)
        {
            _wanted.Remove(key);
            _inWork.Add(key);
        }

        return key;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _delayed.Dispose();
        _ready.Writer.TryComplete();
    }
}
