using System.Threading.Channels;
using Etcdserverpb;
using Kube.Etcd.Grpc;

namespace Kube.Etcd.Watching;

/// <summary>One stream to one member, for as long as it holds. Requests are queued and sent in order by one writer.</summary>
internal sealed class WatchStream : IAsyncDisposable
{
    private readonly Channel<WatchRequest> _requests = Channel.CreateUnbounded<WatchRequest>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _stop;
    private readonly GrpcDuplexCall<WatchResponse> _call;
    private readonly Task _writing;

    public WatchStream(GrpcCaller caller, Uri endpoint, GrpcMethod<WatchResponse> method, CancellationToken cancel)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _call = caller.Duplex(endpoint, method, _stop.Token);
        _writing = WriteAllAsync();
    }

    public void Send(WatchRequest request) => _requests.Writer.TryWrite(request);

    public Task<WatchResponse> ReadAsync() => _call.ReadAsync(_stop.Token);

    /// <summary>Makes the reader see an <see cref="OperationCanceledException"/>.</summary>
    public void Stop() => _ = _stop.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        _requests.Writer.TryComplete();
        await _stop.CancelAsync();
        await _call.DisposeAsync();
        await _writing;
        _stop.Dispose();
    }

    private async Task WriteAllAsync()
    {
        try
        {
            await foreach (var request in _requests.Reader.ReadAllAsync(_stop.Token))
            {
                await _call.WriteAsync(request, _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException or InvalidOperationException)
        {
            // The reader of the same call sees why, and starts over.
        }
    }
}
