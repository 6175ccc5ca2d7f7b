using Kube.ApiServer.Errors;

namespace Kube.ApiServer.Routing;

/// <summary>Bounds the requests being worked on, reads and writes apart, so that a flood of one kind leaves room for the other. What lasts (watches, logs) is not counted.</summary>
internal sealed class InFlight(int maximumReads, int maximumWrites)
{
    private const int RetryAfterSeconds = 1;
    private int _reads;
    private int _writes;

    /// <summary>Takes a place until the result is disposed; 429 when there is none.</summary>
    public Place Enter(RequestInfo info)
    {
        if (info.IsLongRunning)
        {
            return default;
        }

        var taken = info.IsRead ? Interlocked.Increment(ref _reads) : Interlocked.Increment(ref _writes);
        if (taken <= (info.IsRead ? maximumReads : maximumWrites))
        {
            return new Place(this, info.IsRead);
        }

        Leave(info.IsRead);
        throw Failure.TooManyRequests(RetryAfterSeconds);
    }

    private void Leave(bool read)
    {
        if (read)
        {
            Interlocked.Decrement(ref _reads);
        }
        else
        {
            Interlocked.Decrement(ref _writes);
        }
    }

    /// <summary>A taken place.</summary>
    internal readonly struct Place(InFlight? owner, bool read) : IDisposable
    {
        public void Dispose() => owner?.Leave(read);
    }
}
