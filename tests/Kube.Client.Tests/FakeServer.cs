using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Threading.Channels;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Testing;

namespace Kube.Client.Tests;

/// <summary>Answers requests from a script: each is handed to the test, which says what comes back.</summary>
internal sealed class FakeServer : HttpMessageHandler
{
    private readonly Channel<Exchange> _requests = Channel.CreateUnbounded<Exchange>();

    public KubeClient Client(TimeProvider? time = null) => new(new ClientConfig { Server = new Uri("http://fake") }, time, this);

    /// <summary>The next request of the code under test.</summary>
    public async Task<Exchange> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        return await _requests.Reader.ReadAsync(limit.Token);
    }

    /// <summary>The next request, which the code under test makes after a pause: moves the clock in small steps while the pause is the only timer.</summary>
    public async Task<Exchange> NextAsync(FakeTimeProvider time)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        Exchange? next;
        while (!_requests.Reader.TryRead(out next))
        {
            limit.Token.ThrowIfCancellationRequested();
            if (time.PendingTimers == 1)
            {
                time.Advance(TimeSpan.FromMilliseconds(20));
            }

            await Task.Yield();
        }

        return next;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var exchange = new Exchange(request.Method, request.RequestUri!, request.Content?.Headers.ContentType?.MediaType, body);
        _requests.Writer.TryWrite(exchange);
        return await exchange.Answer.Task.WaitAsync(cancellationToken);
    }
}

/// <summary>One request and the answer it waits for.</summary>
internal sealed record Exchange(HttpMethod Method, Uri Uri, string? ContentType, string Body)
{
    public TaskCompletionSource<HttpResponseMessage> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Path => Uri.AbsolutePath;

    public string Query => Uri.UnescapeDataString(Uri.Query);

    public bool IsWatch => Query.Contains("watch=true", StringComparison.Ordinal);

    public void Reply(string json, HttpStatusCode code = HttpStatusCode.OK) =>
        Answer.SetResult(new HttpResponseMessage(code) { Content = new StringContent(json, Encoding.UTF8, "application/json") });

    public void ReplyList(string revision, string? token, params Pod[] pods) => Reply(Encoding.UTF8.GetString(ApiJson.Serialize(
        new KubeList<Pod> { Metadata = new ListMeta { ResourceVersion = revision, Continue = token }, Items = [.. pods] })));

    public void ReplyError(int code, string reason) => Reply(
        Encoding.UTF8.GetString(ApiJson.Serialize(new Status { ApiVersion = "v1", Kind = "Status", Result = "Failure", Code = code, Reason = reason, Message = reason })),
        (HttpStatusCode)code);

    public void Break() => Answer.SetException(new HttpRequestException("connection refused"));

    /// <summary>Begins a watch whose lines are written by the test.</summary>
    public WatchLines ReplyWatch()
    {
        var pipe = new Pipe();
        Answer.SetResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(pipe.Reader.AsStream()) });
        return new WatchLines(pipe.Writer);
    }
}

/// <summary>The server's side of a watch.</summary>
internal sealed class WatchLines(PipeWriter writer)
{
    public Task SendAsync(string type, Pod pod) =>
        SendAsync("{\"type\":\"" + type + "\",\"object\":" + Encoding.UTF8.GetString(ApiJson.Serialize(pod)) + "}");

    public async Task SendAsync(string line) => await writer.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));

    public Task SendErrorAsync(int code) =>
        SendAsync($$$"""{"type":"ERROR","object":{"kind":"Status","status":"Failure","code":{{{code}}},"reason":"Expired","message":"too old"}}""");

    public async Task EndAsync(Exception? error = null) => await writer.CompleteAsync(error);
}

/// <summary>Pods for tests.</summary>
internal static class Pods
{
    public static Pod Named(string name, string revision, string ns = "ns", string? node = null) => new()
    {
        ApiVersion = "v1",
        Kind = "Pod",
        Metadata = new ObjectMeta { Name = name, Namespace = ns, ResourceVersion = revision, Uid = "uid-" + name },
        Spec = new PodSpec { NodeName = node },
    };
}
