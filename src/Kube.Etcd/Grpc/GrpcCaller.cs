using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Kube.Etcd.Grpc;

/// <summary>gRPC calls over HTTP/2, to one member at a time.</summary>
internal sealed class GrpcCaller(HttpMessageInvoker http, TimeProvider clock)
{
    private static readonly MediaTypeHeaderValue s_mediaType = new("application/grpc");
    private static readonly TransferCodingWithQualityHeaderValue s_trailers = new("trailers");

    /// <summary>One request, one answer. Throws <see cref="EtcdException"/>, or <see cref="OperationCanceledException"/> when the caller gives up.</summary>
    public async Task<TResponse> UnaryAsync<TResponse>(Uri endpoint, GrpcMethod<TResponse> method, IMessage request, TimeSpan timeout, CancellationToken cancel)
        where TResponse : class, IMessage<TResponse>
    {
        using var deadline = new CancellationTokenSource(timeout, clock);
        using var given = cancel.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        try
        {
            using var content = new ReadOnlyMemoryContent(GrpcFrame.Write(request));
            content.Headers.ContentType = s_mediaType;
            using var message = Message(endpoint, method.Path, content);
            message.Headers.Add("grpc-timeout", string.Create(CultureInfo.InvariantCulture, $"{(long)timeout.TotalMilliseconds}m"));
            using var response = await http.SendAsync(message, deadline.Token);
            return await ReadAnswerAsync(response, method, deadline.Token);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            throw GrpcFailure.Of(e, endpoint);
        }
    }

    /// <summary>Opens a call in which both sides send messages until one ends it.</summary>
    public GrpcDuplexCall<TResponse> Duplex<TResponse>(Uri endpoint, GrpcMethod<TResponse> method, CancellationToken cancel)
        where TResponse : class, IMessage<TResponse>
    {
        var content = new GrpcRequestStream();
        content.Headers.ContentType = s_mediaType;
        var message = Message(endpoint, method.Path, content);

        // A member that has lost its leader then ends the stream instead of going silent.
        message.Headers.Add("hasleader", "true");
        return new GrpcDuplexCall<TResponse>(http.SendAsync(message, cancel), content, method, endpoint);
    }

    private static HttpRequestMessage Message(Uri endpoint, string path, HttpContent content)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        message.Headers.TE.Add(s_trailers);
        return message;
    }

    private static async Task<TResponse> ReadAnswerAsync<TResponse>(HttpResponseMessage response, GrpcMethod<TResponse> method, CancellationToken cancel)
        where TResponse : class, IMessage<TResponse>
    {
        if (GrpcFailure.Of(response) is { } refused)
        {
            throw refused;
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        var answer = await GrpcFrame.ReadAsync(stream, method.Parser, cancel);
        var more = answer is null ? null : await GrpcFrame.ReadAsync(stream, method.Parser, cancel);
        if (GrpcFailure.In(response.TrailingHeaders) is { } failed)
        {
            throw failed;
        }

        return answer is not null && more is null ? answer : throw new EtcdException(EtcdCode.Internal, $"{method.Path} gave not one answer");
    }
}
