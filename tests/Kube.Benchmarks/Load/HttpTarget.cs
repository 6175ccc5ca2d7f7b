using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Kube.Client;

namespace Kube.Benchmarks.Load;

/// <summary>
/// A server seen through a fixed number of connections; operation n uses connection n modulo that number. Bodies are read to the end and counted,
/// not kept: what is measured is the server, with as little of the client as HTTP in .NET allows.
/// </summary>
internal sealed class HttpTarget : IDisposable
{
    private const int BufferSize = 64 << 10;
    private readonly HttpMessageInvoker[] _connections;
    private readonly Uri _address;
    private readonly string? _token;
    private readonly Version _version;

    /// <summary>Opens nothing yet; connections are made by their first use.</summary>
    public HttpTarget(ClientConfig config, int connections, bool http2 = false)
    {
        (_address, _token, _version) = (config.Server, config.Token, http2 ? HttpVersion.Version20 : HttpVersion.Version11);
        _connections = [.. Enumerable.Range(0, connections).Select(_ => new HttpMessageInvoker(Handler(config)))];
    }

    /// <summary>One operation; returns the bytes of the body. Fails for every answer that is not 2xx, with the body's beginning.</summary>
    public async Task<long> SendAsync(int number, HttpMethod method, string path, byte[]? body, CancellationToken cancel, string contentType = "application/json")
    {
        using var response = await OpenAsync(number, method, path, body, contentType, cancel);
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        return await DrainAsync(stream, null, cancel);
    }

    /// <summary>GET of a path.</summary>
    public Task<long> GetAsync(int number, string path, CancellationToken cancel) => SendAsync(number, HttpMethod.Get, path, null, cancel);

    /// <summary>The whole answer to a GET.</summary>
    public async Task<byte[]> ReadAsync(string path, CancellationToken cancel)
    {
        using var response = await OpenAsync(0, HttpMethod.Get, path, null, "application/json", cancel);
        return await response.Content.ReadAsByteArrayAsync(cancel);
    }

    /// <summary>Reads a stream of lines until it has seen <paramref name="lines"/> of them; returns the bytes read.</summary>
    public async Task<long> ReadLinesAsync(int number, string path, long lines, Action<int> arrived, CancellationToken cancel)
    {
        using var response = await OpenAsync(number, HttpMethod.Get, path, null, "application/json", cancel);
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        return await DrainAsync(stream, read =>
        {
            var count = read.Count((byte)'\n');
            arrived(count);
            return (lines -= count) > 0;
        }, cancel);
    }

    /// <summary>Reads a watch until a text has come <paramref name="count"/> times; <paramref name="opened"/> is called when the server has answered.</summary>
    public async Task ReadUntilAsync(string path, ReadOnlyMemory<byte> text, long count, Action opened, Action<long> arrived, CancellationToken cancel)
    {
        using var response = await OpenAsync(0, HttpMethod.Get, path, null, "application/json", cancel);
        opened();
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        var seen = new Occurrences(text);
        await DrainAsync(stream, read =>
        {
            var before = seen.Count;
            seen.Add(read);
            arrived(seen.Count - before);
            return seen.Count < count;
        }, cancel);
        if (seen.Count < count)
        {
            throw new BenchmarkException($"{path} ended after {seen.Count} of {count}");
        }
    }

    /// <inheritdoc />
    public void Dispose() => Array.ForEach(_connections, c => c.Dispose());

    private async Task<HttpResponseMessage> OpenAsync(int number, HttpMethod method, string path, byte[]? body, string contentType, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(_address, path)) { Version = _version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        if (_token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        }

        var response = await _connections[number % _connections.Length].SendAsync(request, cancel);
        if (!response.IsSuccessStatusCode)
        {
            var text = await response.Content.ReadAsStringAsync(cancel);
            response.Dispose();
            throw new BenchmarkException($"{method} {path}: {(int)response.StatusCode} {text[..Math.Min(text.Length, 300)]}");
        }

        return response;
    }

    private static async Task<long> DrainAsync(Stream stream, Seen? more, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long total = 0;
            while (await stream.ReadAsync(buffer, cancel) is > 0 and var read)
            {
                total += read;
                if (more is not null && !more(buffer.AsSpan(0, read)))
                {
                    break;
                }
            }

            return total;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static SocketsHttpHandler Handler(ClientConfig config)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            MaxConnectionsPerServer = 1,
            InitialHttp2StreamWindowSize = 1 << 20,
        };
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None || config.InsecureSkipTlsVerify,
            ClientCertificates = config.ClientCertificate is { } certificate ? [certificate] : null,
            CertificateChainPolicy = config.CertificateAuthorities is { Count: > 0 } authorities ? Trusting(authorities) : null,
        };
        return handler;
    }

    private static X509ChainPolicy Trusting(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    private delegate bool Seen(ReadOnlySpan<byte> read);
}
