using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Docker;

/// <summary>HTTP to the Docker Engine over its unix socket (or <c>tcp://</c>), with the engine's error answers as <see cref="RuntimeException"/>.</summary>
internal sealed class DockerConnection : IDisposable
{
    /// <summary>Where the engine of this machine listens.</summary>
    public const string DefaultHost = "unix:///var/run/docker.sock";

    private const string ApiVersion = "v1.41";
    private readonly HttpClient _http;

    /// <summary>Connects lazily to <c>unix:///path</c> or <c>tcp://host:port</c>.</summary>
    public DockerConnection(string host)
    {
        var address = new Uri(host);
        var handler = new SocketsHttpHandler { UseProxy = false, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1), MaxConnectionsPerServer = int.MaxValue };
        if (address.Scheme == "unix")
        {
            handler.ConnectCallback = (_, ct) => ConnectAsync(address.AbsolutePath, ct);
        }

        var root = address.Scheme == "unix" ? "http://docker" : $"http://{address.Authority}";
        _http = new HttpClient(handler) { BaseAddress = new Uri($"{root}/{ApiVersion}/"), Timeout = Timeout.InfiniteTimeSpan };
    }

    public void Dispose() => _http.Dispose();

    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken ct)
    {
        using var response = await SendAsync(HttpMethod.Get, path, null, ct);
        return await ReadAsync(response, type, ct);
    }

    public async Task<T> PostAsync<TBody, T>(string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, CancellationToken ct)
    {
        using var content = JsonContent.Create(body, bodyType);
        using var response = await SendAsync(HttpMethod.Post, path, content, ct);
        return await ReadAsync(response, type, ct);
    }

    public async Task PostAsync(string path, CancellationToken ct)
    {
        using var response = await SendAsync(HttpMethod.Post, path, null, ct);
    }

    public async Task DeleteAsync(string path, CancellationToken ct)
    {
        using var response = await SendAsync(HttpMethod.Delete, path, null, ct);
    }

    /// <summary>Sends a request; the caller disposes the response, whose body is not buffered.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken ct, string? registryAuth = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (registryAuth is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Registry-Auth", registryAuth);
        }

        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        }
        catch (HttpRequestException e)
        {
            throw new RuntimeException($"cannot reach Docker: {e.Message}", RuntimeFailure.Unreachable, e);
        }

        if ((int)response.StatusCode < 400)
        {
            return response;
        }

        using (response)
        {
            throw await FailureAsync(response, ct);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken ct)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(type, ct) ?? throw new RuntimeException("Docker answered with nothing");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
        {
            throw new RuntimeException($"cannot read Docker's answer: {e.Message}", RuntimeFailure.Unreachable, e);
        }
    }

    private static async Task<RuntimeException> FailureAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var text = await response.Content.ReadAsStringAsync(ct);
        var message = text;
        try
        {
            message = JsonSerializer.Deserialize(text, DockerJson.Default.ErrorBody)?.Message ?? text;
        }
        catch (JsonException)
        {
            // Not every error of the engine is JSON; then the text is the message.
        }

        var failure = response.StatusCode switch
        {
            HttpStatusCode.NotFound => RuntimeFailure.NotFound,
            HttpStatusCode.Conflict => RuntimeFailure.Conflict,
            _ => RuntimeFailure.Other,
        };
        return new RuntimeException(message.Trim(), failure);
    }

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
