namespace Kube.Client;

/// <summary>A token that fires with the caller's or when time is up, and knows which it was.</summary>
internal sealed class RequestDeadline : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _both;

    public RequestDeadline(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        _caller = caller;
        _timer = new CancellationTokenSource(limit, time);
        _both = CancellationTokenSource.CreateLinkedTokenSource(caller, _timer.Token);
    }

    public CancellationToken Token => _both.Token;

    public bool Expired => _timer.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Dispose()
    {
        _both.Dispose();
        _timer.Dispose();
    }
}
