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
    private readonly Uri _address;

    /// <summary>Connects lazily to <c>unix:///path</c> or <c>tcp://host:port</c>.</summary>
    public DockerConnection(string host)
    {
        _address = new Uri(host);
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            MaxConnectionsPerServer = int.MaxValue,
            ConnectCallback = async (_, ct) => new NetworkStream(await ConnectAsync(ct), ownsSocket: true),
        };
        var root = _address.Scheme == "unix" ? "http://docker" : $"http://{_address.Authority}";
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

    /// <summary>Sends a request after whose head the connection carries a container's bytes.</summary>
    public async Task<HijackedConnection> HijackAsync(string path, HttpContent? content, CancellationToken ct)
    {
        // A connection of its own, whose socket we keep: only there can one direction be ended.
        Socket? socket = null;
        var http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, token) => new NetworkStream(socket = await ConnectAsync(token), ownsSocket: true),
        });
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_http.BaseAddress!, path)) { Content = content };
            request.Headers.Connection.Add("Upgrade");
            request.Headers.TryAddWithoutValidation("Upgrade", "tcp");
            var response = await http.SendAsync(request, ct);
            if (response.StatusCode == HttpStatusCode.SwitchingProtocols)
            {
                return new HijackedConnection(await response.Content.ReadAsStreamAsync(ct), socket!, http);
            }

            using (response)
            {
                throw await FailureAsync(response, ct);
            }
        }
        catch (Exception e)
        {
            http.Dispose();
            throw e is HttpRequestException ? new RuntimeException($"cannot reach Docker: {e.Message}", RuntimeFailure.Unreachable, e) : e;
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

    private async Task<Socket> ConnectAsync(CancellationToken ct)
    {
        var isUnix = _address.Scheme == "unix";
        var socket = isUnix
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await (isUnix
                ? socket.ConnectAsync(new UnixDomainSocketEndPoint(_address.AbsolutePath), ct)
                : socket.ConnectAsync(_address.IdnHost, _address.Port, ct));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
