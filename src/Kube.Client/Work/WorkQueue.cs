namespace Kube.Client;

/// <summary>
/// Keys waiting to be worked on. A key added while it waits is there once; a key added while it is being worked on comes back after <see cref="Done"/>,
/// so no key is ever with two workers.
/// </summary>
public sealed class WorkQueue<TKey> : IDisposable
    where TKey : notnull
{
    /// <summary>An empty queue.</summary>
    public WorkQueue(TimeProvider? time = null, WorkQueueOptions? options = null)
    {
    }

    /// <summary>Keys ready to be taken.</summary>
    public int Count => throw new NotSupportedException();

    /// <summary>Adds a key now.</summary>
    public void Add(TKey key) => throw new NotSupportedException();

    /// <summary>Adds a key after a delay; an earlier time already set for it wins.</summary>
    public void AddAfter(TKey key, TimeSpan delay) => throw new NotSupportedException();

    /// <summary>Adds a key after its back-off, which doubles with each call until <see cref="Forget"/>.</summary>
    public void AddRateLimited(TKey key) => throw new NotSupportedException();

    /// <summary>How often a key was added rate limited since it was last forgotten.</summary>
    public int Retries(TKey key) => throw new NotSupportedException();

    /// <summary>Ends a key's back-off. Call when it was worked on with success.</summary>
    public void Forget(TKey key) => throw new NotSupportedException();

    /// <summary>Says that work on a taken key has ended, one way or the other.</summary>
    public void Done(TKey key) => throw new NotSupportedException();

    /// <summary>The next key, waiting for one where there is none.</summary>
    public ValueTask<TKey> TakeAsync(CancellationToken ct) => throw new NotSupportedException();

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
