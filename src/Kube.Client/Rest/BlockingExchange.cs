using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Text;

namespace Kube.Client;

/// <summary>
/// Requests on the calling thread, each on an HTTP/1.1 connection of its own while it runs, with the whole answer read. The runtime's HTTP client does the
/// same and far more; but a command makes one or two calls and leaves, and compiling that client's machinery takes as long as everything else the command does
/// (measured: 85 ms of processor time against 58 for one list over TLS).
/// </summary>
internal sealed class BlockingExchange(ClientConfig config) : IDisposable
{
    private const int NotYet = 200;
    private readonly SslClientAuthenticationOptions _tls = ConnectionHandler.Tls(config);
    private readonly Stack<BlockingConnection> _idle = new();

    /// <summary>Sends a request and reads its answer. Broken connections are <see cref="HttpRequestException"/>.</summary>
    public HttpResponseMessage Send(ApiRequest request, string? token, CancellationToken ct)
    {
        var bytes = Encode(request, token);
        var connection = Take(ct);
        try
        {
            using var stop = ct.UnsafeRegister(static c => ((BlockingConnection)c!).Dispose(), connection);
            connection.Write(bytes);
            var response = ReadAnswer(connection, request.Method == HttpMethod.Head);
            Return(connection);
            return response;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or HttpRequestException)
        {
            connection.Dispose();
            throw ct.IsCancellationRequested ? new OperationCanceledException(e.Message, e, ct)
                : e as HttpRequestException ?? new HttpRequestException($"the connection to {config.Server.Authority} broke: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    private BlockingConnection Take(CancellationToken ct)
    {
        lock (_idle)
        {
            while (_idle.TryPop(out var connection))
            {
                if (connection.IsAlive)
                {
                    return connection;
                }

                connection.Dispose();
            }
        }

        return BlockingConnection.Open(config.Server, _tls, ct);
    }

    private void Return(BlockingConnection connection)
    {
        if (connection.Ends)
        {
            connection.Dispose();
            return;
        }

        lock (_idle)
        {
            _idle.Push(connection);
        }
    }

    private byte[] Encode(ApiRequest request, string? token)
    {
        var (body, type) = BodyOf(request);
        var head = new StringBuilder(256);
        head.Append(request.Method.Method).Append(' ').Append(Target(request.Path)).Append(" HTTP/1.1\r\n");
        Add(head, "Host", config.Server.Authority);
        Add(head, "Accept", request.Accept);
        Add(head, "User-Agent", config.UserAgent);
        foreach (var header in config.Headers)
        {
            Add(head, header.Key, header.Value);
        }

        if (token is { Length: > 0 })
        {
            Add(head, "Authorization", "Bearer " + token);
        }

        if (body is not null)
        {
            Add(head, "Content-Type", type);
            Add(head, "Content-Length", body.Length.ToString(CultureInfo.InvariantCulture));
        }

        head.Append("\r\n");
        var text = Encoding.UTF8.GetBytes(head.ToString());
        return body is null ? text : [.. text, .. body];
    }

    private static (byte[]? Body, string Type) BodyOf(ApiRequest request)
    {
        if (request.Body is { } own)
        {
            return (own.ToArray(), request.ContentType);
        }

        if (request.Content is not { } content)
        {
            return (null, "");
        }

        using var copy = new MemoryStream();
        using var stream = content.ReadAsStream();
        stream.CopyTo(copy);
        return (copy.ToArray(), content.Headers.ContentType?.ToString() ?? request.ContentType);
    }

    /// <summary>A path is sent as it is unless it holds what a request line cannot.</summary>
    private string Target(string path)
    {
        foreach (var c in path)
        {
            if (c is <= ' ' or > '~' or '#')
            {
                return new Uri(config.Server, path).PathAndQuery;
            }
        }

        return path.StartsWith('/') ? path : "/" + path;
    }

    private static void Add(StringBuilder head, string name, string value)
    {
        foreach (var c in value)
        {
            if (char.IsControl(c))
            {
                throw new HttpRequestException($"the header {name} must not contain control characters");
            }
        }

        head.Append(name).Append(": ").Append(value).Append("\r\n");
    }

    private static HttpResponseMessage ReadAnswer(BlockingConnection connection, bool headOnly)
    {
        int code;
        ResponseHead head;
        do
        {
            head = ResponseHead.Read(connection);
            code = head.Status;
        }
        while (code < NotYet);
        connection.Ends = head.Closes;
        var empty = headOnly || code is (int)HttpStatusCode.NoContent or (int)HttpStatusCode.NotModified;
        var body = empty ? [] : head.Chunked ? ReadChunks(connection) : head.Length is { } length ? connection.Read(length) : connection.ReadToEnd();
        var response = new HttpResponseMessage((HttpStatusCode)code) { ReasonPhrase = head.Reason, Content = new ByteArrayContent(body) };
        head.AddTo(response);
        return response;
    }

    private static byte[] ReadChunks(BlockingConnection connection)
    {
        using var body = new MemoryStream();
        while (true)
        {
            var size = connection.ReadLine().Split(';')[0];
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
            {
                throw new HttpRequestException($"the answer's body is broken: \"{size}\" is no length");
            }

            if (length == 0)
            {
                break;
            }

            body.Write(connection.Read(length));
            connection.ReadLine();
        }

        while (connection.ReadLine().Length > 0)
        {
            // Trailers.
        }

        return body.ToArray();
    }
}
