using System.Threading.Channels;

namespace Kube.Kubelet.Pods;

/// <summary>A bell: rings that nobody heard yet count as one.</summary>
internal sealed class Bell(TimeProvider time)
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Waits for a ring, or until a time.</summary>
    public async Task WaitAsync(DateTime? until, CancellationToken ct)
    {
        if (until is not { } moment)
        {
            await _rung.Reader.ReadAsync(ct);
            return;
        }

        var left = moment - time.GetUtcNow().UtcDateTime;
        if (left <= TimeSpan.Zero)
        {
            _rung.Reader.TryRead(out _);
            return;
        }

        // Timers count in milliseconds: one more, so that the moment has come when it fires.
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(Math.Min(left.TotalMilliseconds + 1, int.MaxValue)), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            await _rung.Reader.ReadAsync(both.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The time has come without a ring.
        }
    }
}
