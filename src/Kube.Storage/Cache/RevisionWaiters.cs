namespace Kube.Storage.Cache;

/// <summary>Those who wait until the cache has reached a revision.</summary>
internal sealed class RevisionWaiters
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    private long _revision;

    /// <summary>The revision reached.</summary>
    public long Revision => Volatile.Read(ref _revision);

    /// <summary>The least revision somebody waits for; null when nobody does.</summary>
    public long? Wanted
    {
        get
        {
            lock (_lock)
            {
                while (_waiting.TryPeek(out var waiter, out var revision))
                {
                    if (!waiter.Task.IsCompleted)
                    {
                        return revision;
                    }

                    _waiting.Dequeue();
                }

                return null;
            }
        }
    }

    public Task WaitAsync(long revision, CancellationToken cancel)
    {
        if (Revision >= revision)
        {
            return Task.CompletedTask;
        }

        TaskCompletionSource waiter;
        lock (_lock)
        {
            if (_revision >= revision)
            {
                return Task.CompletedTask;
            }

            waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(waiter, revision);
        }

        return cancel.CanBeCanceled ? UntilAsync(waiter, cancel) : waiter.Task;
    }

    public void Reach(long revision)
    {
        lock (_lock)
        {
            Volatile.Write(ref _revision, Math.Max(_revision, revision));
            while (_waiting.TryPeek(out var waiter, out var wanted) && wanted <= _revision)
            {
                _waiting.Dequeue();
                waiter.TrySetResult();
            }
        }
    }

    private static async Task UntilAsync(TaskCompletionSource waiter, CancellationToken cancel)
    {
        await using var registration = cancel.UnsafeRegister(static (w, token) => ((TaskCompletionSource)w!).TrySetCanceled(token), waiter);
        await waiter.Task;
    }
}
