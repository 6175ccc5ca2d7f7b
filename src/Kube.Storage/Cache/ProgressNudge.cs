using Microsoft.Extensions.Logging;

namespace Kube.Storage.Cache;

/// <summary>
/// Asks the store for a progress mark when a revision that somebody waits for does not come by itself: writes outside the watched prefix
/// raise the store's revision without an event.
/// </summary>
internal sealed partial class ProgressNudge : IAsyncDisposable
{
    /// <summary>An event is on its way for less than this on any healthy store.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(100);

    private readonly IStore _store;
    private readonly RevisionWaiters _waiters;
    private readonly ILogger _log;
    private readonly ITimer _timer;
    private int _armed;

    public ProgressNudge(IStore store, RevisionWaiters waiters, TimeProvider clock, ILogger log)
    {
        (_store, _waiters, _log) = (store, waiters, log);
        _timer = clock.CreateTimer(_ => _ = NudgeAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Somebody waits from now on.</summary>
    public void Arm()
    {
        if (Interlocked.Exchange(ref _armed, 1) == 0)
        {
            _timer.Change(s_patience, Timeout.InfiniteTimeSpan);
        }
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private async Task NudgeAsync()
    {
        try
        {
            Interlocked.Exchange(ref _armed, 0);
            if (_waiters.Wanted is not { } wanted)
            {
                return;
            }

            // Somebody may wait for a revision that does not exist yet; no progress mark brings that nearer.
            if (await _store.CurrentRevisionAsync(CancellationToken.None) >= wanted && _waiters.Revision < wanted)
            {
                await _store.RequestProgressAsync(CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            LogFailed(e);
        }

        if (_waiters.Wanted is not null)
        {
            Arm();
        }
    }

    [LoggerMessage(LogLevel.Debug, "the store did not take a request for progress")]
    private partial void LogFailed(Exception exception);
}
