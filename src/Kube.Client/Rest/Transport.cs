using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Client.Streaming;

namespace Kube.Client;

/// <summary>Sends requests: addresses, credentials, timeouts, errors. Knows nothing of kinds.</summary>
internal sealed class Transport : IDisposable
{
    private const int BusyRetries = 5;
    private static readonly TimeSpan s_longestPatience = TimeSpan.FromSeconds(10);

    private readonly ClientConfig _config;
    private readonly TimeProvider _time;
    private readonly HttpMessageHandler? _handler;
    private readonly BlockingExchange? _blocking;
    private HttpMessageInvoker? _http;
    private readonly BearerToken _token;

    public Transport(ClientConfig config, TimeProvider time, HttpMessageHandler? handler)
    {
        _config = config;
        _time = time;
        _handler = handler;
        _blocking = config.Blocking && handler is null ? new BlockingExchange(config) : null;
        _token = new BearerToken(config, time);
    }

    /// <summary>The pool of connections, made when first needed.</summary>
    private HttpMessageInvoker Http => LazyInitializer.EnsureInitialized(ref _http, () => new HttpMessageInvoker(_handler ?? ConnectionHandler.Create(_config)));

    /// <summary>Sends and reads the whole answer within the request timeout.</summary>
    public async Task<T> ReadAsync<T>(ApiRequest request, CancellationToken ct) where T : class
    {
        using var timeout = new RequestDeadline(_config.RequestTimeout, _time, ct);
        try
        {
            using var response = await SendAsync(request, timeout.Token);
            var body = await response.Content.ReadAsByteArrayAsync(timeout.Token);
            return ApiJson.Deserialize<T>(body);
        }
        catch (OperationCanceledException e) when (timeout.Expired)
        {
            throw Late(request, e);
        }
    }

    /// <summary>Sends and returns as soon as the headers of a good answer have arrived.</summary>
    public async Task<HttpResponseMessage> SendAsync(ApiRequest request, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            var response = await SendOnceAsync(request, ct);
            if (response.IsSuccessStatusCode)
            {
                ReportWarnings(response);
                return response;
            }

            using (response)
            {
                if (attempt < BusyRetries && Patience(request, response) is { } delay)
                {
                    await Task.Delay(delay, _time, ct);
                    continue;
                }

                throw new ApiException(await ReadStatusAsync(response, ct));
            }
        }
    }

    /// <summary>
    /// Changes the protocol of a connection. Null where the server does not speak it (then it says 400, 405 or, when it took the request for an ordinary
    /// one, no failure at all); other refusals are thrown.
    /// </summary>
    public async Task<UpgradedConnection?> UpgradeAsync(UpgradeRequest request, CancellationToken ct)
    {
        // Only HTTP/1.1 has upgrades.
        using var message = new HttpRequestMessage(request.Method, new Uri(_config.Server, request.Path))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        await AddIdentityAsync(message, ct);
        var response = await Http.SendAsync(message, ct);
        if (response.StatusCode == HttpStatusCode.SwitchingProtocols)
        {
            return new UpgradedConnection(await response.Content.ReadAsStreamAsync(ct), Protocol(response));
        }

        using (response)
        {
            return response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.UpgradeRequired
                ? null
                : await ReadStatusAsync(response, ct) is var status && Refuses(status) ? null : throw new ApiException(status);
        }
    }

    /// <summary>Sends somebody else's request over HTTP/1.1 with this client's credentials; the answer is whatever the server says, read as it comes.</summary>
    public async Task<HttpResponseMessage> PassAsync(HttpRequestMessage message, CancellationToken ct)
    {
        message.RequestUri = new Uri(_config.Server, message.RequestUri!);
        message.Version = HttpVersion.Version11;
        message.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        await AddIdentityAsync(message, ct);
        return await Http.SendAsync(message, ct);
    }

    public void Dispose()
    {
        _http?.Dispose();
        _blocking?.Dispose();
    }

    // What servers say that were asked to change to a protocol they do not know.
    private static bool Refuses(Status status) => status.Code == 400 && status.Message is { } message
        && (message.Contains("unable to upgrade", StringComparison.OrdinalIgnoreCase) || message.Contains("Upgrade request required", StringComparison.OrdinalIgnoreCase));

    private static string? Protocol(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Sec-WebSocket-Protocol", out var socket) ? socket.First()
        : response.Headers.TryGetValues(StreamProtocols.VersionHeader, out var spdy) ? spdy.First()
        : null;

    private async Task AddIdentityAsync(HttpRequestMessage message, CancellationToken ct)
    {
        message.Headers.TryAddWithoutValidation("User-Agent", _config.UserAgent);
        foreach (var header in _config.Headers)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (await _token.GetAsync(ct) is { Length: > 0 } token)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(ApiRequest request, CancellationToken ct)
    {
        using var timeout = new RequestDeadline(_config.RequestTimeout, _time, ct);
        try
        {
            return _blocking is { } exchange ? exchange.Send(request, await _token.GetAsync(ct), timeout.Token) : await SendPooledAsync(request, timeout.Token);
        }
        catch (OperationCanceledException e) when (timeout.Expired)
        {
            throw Late(request, e);
        }
    }

    private async Task<HttpResponseMessage> SendPooledAsync(ApiRequest request, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(request.Method, new Uri(_config.Server, request.Path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        await AddIdentityAsync(message, ct);
        message.Content = ContentOf(request);
        try
        {
            return await Http.SendAsync(message, ct);
        }
        finally
        {
            // The caller's own content may be a stream it still holds; ours is plain memory.
            message.Content = null;
        }
    }

    private static HttpContent? ContentOf(ApiRequest request)
    {
        if (request.Body is not { } body)
        {
            return request.Content;
        }

        var content = new ReadOnlyMemoryContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        return content;
    }

    private static TimeSpan? Patience(ApiRequest request, HttpResponseMessage response)
    {
        var busy = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
        if (!busy || !request.RetryWhenBusy || request.Content is not null || response.Headers.RetryAfter?.Delta is not { } delay)
        {
            return null;
        }

        return delay < s_longestPatience ? delay : s_longestPatience;
    }

    private static async Task<Status> ReadStatusAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var body = await response.Content.ReadAsByteArrayAsync(ct);
        var code = (int)response.StatusCode;
        try
        {
            if (body.Length > 0 && body[0] == '{' && ApiJson.Deserialize<Status>(body) is { Kind: "Status" } status)
            {
                status.Code ??= code;
                return status;
            }
        }
        catch (JsonException)
        {
            // Not the API server's own words (a proxy's, say): describe the answer below.
        }

        return ErrorStatus.FromHttp(response, body);
    }

    private void ReportWarnings(HttpResponseMessage response)
    {
        if (_config.OnWarning is { } report && response.Headers.NonValidated.Count > 0 && response.Headers.TryGetValues("Warning", out var values))
        {
            foreach (var text in values.SelectMany(WarningHeader.Parse))
            {
                report(text);
            }
        }
    }

    private TimeoutException Late(ApiRequest request, Exception cause) =>
        new($"{request.Method} {request.Path}: no answer from {_config.Server.Authority} within {_config.RequestTimeout.TotalSeconds:0} s", cause);
}
