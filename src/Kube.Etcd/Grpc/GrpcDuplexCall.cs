using Google.Protobuf;

namespace Kube.Etcd.Grpc;

/// <summary>A call in which both sides send messages. One writer and one reader at a time.</summary>
internal sealed class GrpcDuplexCall<TResponse>(Task<HttpResponseMessage> response, GrpcRequestStream requests, GrpcMethod<TResponse> method, Uri endpoint) : IAsyncDisposable
    where TResponse : class, IMessage<TResponse>
{
    private Stream? _answers;

    /// <summary>Sends a message; the first waits for the connection.</summary>
    public async Task WriteAsync(IMessage message, CancellationToken cancel)
    {
        // A call that fails before there is a connection never opens the stream.
        await Task.WhenAny(requests.Opened, response).WaitAsync(cancel);
        if (!requests.Opened.IsCompleted)
        {
            await response;
        }

        var stream = await requests.Opened;
        await stream.WriteAsync(GrpcFrame.Write(message), cancel);
        await stream.FlushAsync(cancel);
    }

    /// <summary>The next message. Throws <see cref="EtcdException"/> when the call ended, which etcd's streams never do well.</summary>
    public async Task<TResponse> ReadAsync(CancellationToken cancel)
    {
        try
        {
            if (_answers is null)
            {
                var answered = await response.WaitAsync(cancel);
                _answers = GrpcFailure.Of(answered) is { } refused ? throw refused : await answered.Content.ReadAsStreamAsync(cancel);
            }

            return await GrpcFrame.ReadAsync(_answers, method.Parser, cancel)
                ?? throw GrpcFailure.In((await response).TrailingHeaders) ?? new EtcdException(EtcdCode.Unavailable, $"{endpoint.Authority} ended the stream");
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            throw GrpcFailure.Of(e, endpoint);
        }
    }

    public async ValueTask DisposeAsync()
    {
        requests.Complete();
        try
        {
            if (_answers is not null)
            {
                await _answers.DisposeAsync();
                (await response).Dispose();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The connection is gone already.
        }
    }
}
