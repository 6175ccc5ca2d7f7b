using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Kube.Client;

namespace Kctl.Proxying;

/// <summary>One client of the proxy: its requests, one after the other, each answered as it comes from the server, or from a folder of files.</summary>
internal sealed class ProxyConnection(Stream client, KubeClient server, ProxySettings settings)
{
    private const int BufferSize = 32 * 1024;

    /// <summary>What belongs to one connection alone, or says who the client is: the server hears who kctl's user is.</summary>
    private static readonly HashSet<string> s_notCarried = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Host", "Authorization", "Content-Length", "User-Agent",
    };

    /// <summary>Serves until the client has had enough.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var input = PipeReader.Create(client, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            while (await RequestHead.ReadAsync(input, ct) is { } head && await ServeAsync(head, input, ct))
            {
                // The next request may come.
            }
        }
        catch (InvalidDataException e)
        {
            await SayAsync(400, "Bad Request", e.Message, ct);
        }
    }

    /// <summary>Answers one request; true where another may follow.</summary>
    private async Task<bool> ServeAsync(RequestHead head, PipeReader input, CancellationToken ct)
    {
        if (!settings.Filter.Accepts(head))
        {
            await SayAsync(403, "Forbidden", "Forbidden", ct);
            return false;
        }

        if (settings.Files?.Find(head.Path) is { } file)
        {
            return await SendFileAsync(file, ct);
        }

        if (!head.Path.StartsWith(settings.ApiPrefix, StringComparison.Ordinal))
        {
            await SayAsync(404, "Not Found", "404 page not found", ct);
            return false;
        }

        var body = RequestBody.Of(head, input);
        using var request = Request(head, body);
        HttpResponseMessage response;
        try
        {
            response = await server.PassAsync(request, ct);
        }
        catch (HttpRequestException e)
        {
            await SayAsync(502, "Bad Gateway", $"the server cannot be reached: {e.Message}", ct);
            return false;
        }

        using (response)
        {
            return await (response.StatusCode == System.Net.HttpStatusCode.SwitchingProtocols ? JoinAsync(response, input, ct) : AnswerAsync(head, response, ct)) && body.IsRead;
        }
    }

    private HttpRequestMessage Request(RequestHead head, RequestBody body)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(head.Method), new Uri("/" + head.Target[settings.ApiPrefix.Length..], UriKind.Relative));
        if (!body.IsRead)
        {
            request.Content = new StreamContent(body);
            request.Content.Headers.ContentLength = long.TryParse(head["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;
        }

        foreach (var (name, value) in head.Headers)
        {
            var carried = !s_notCarried.Contains(name) || (head.IsUpgrade && name.ToUpperInvariant() is "CONNECTION" or "UPGRADE");
            if (carried && !request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private async Task<bool> AnswerAsync(RequestHead head, HttpResponseMessage response, CancellationToken ct)
    {
        var hasBody = head.Method != "HEAD" && (int)response.StatusCode is not (204 or 304);
        var length = response.Content.Headers.ContentLength;
        var framing = !hasBody || length is not null ? "" : "Transfer-Encoding: chunked\r\n";
        await SendHeadAsync(response, framing, ct);
        if (!hasBody)
        {
            return true;
        }

        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var buffer = new byte[BufferSize];
        while (await body.ReadAsync(buffer, ct) is var read and > 0)
        {
            await (framing.Length == 0 ? client.WriteAsync(buffer.AsMemory(0, read), ct) : ChunkAsync(buffer.AsMemory(0, read), ct));
        }

        await (framing.Length == 0 ? ValueTask.CompletedTask : client.WriteAsync("0\r\n\r\n"u8.ToArray(), ct));
        return true;
    }

    private ValueTask ChunkAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
        client.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes.Span, .. "\r\n"u8], ct);

    /// <summary>The client and the server have the connection to themselves.</summary>
    private async Task<bool> JoinAsync(HttpResponseMessage response, PipeReader input, CancellationToken ct)
    {
        await SendHeadAsync(response, $"Connection: Upgrade\r\nUpgrade: {response.Headers.Upgrade}\r\n", ct);
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var up = input.CopyToAsync(stream, ended.Token);
        var down = stream.CopyToAsync(client, ended.Token);
        await Task.WhenAny(up, down);
        await ended.CancelAsync();
        await Task.WhenAll(up, down).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return false;
    }

    private Task SendHeadAsync(HttpResponseMessage response, string framing, CancellationToken ct)
    {
        var head = new StringBuilder($"HTTP/1.1 {(int)response.StatusCode} {response.ReasonPhrase}\r\n").Append(framing);
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            if (!s_notCarried.Contains(name) || name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                head.AppendJoin("", values.Select(v => $"{name}: {v}\r\n"));
            }
        }

        return client.WriteAsync(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), ct).AsTask();
    }

    private async Task<bool> SendFileAsync(string file, CancellationToken ct)
    {
        await using var content = File.OpenRead(file);
        await client.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {StaticFiles.TypeOf(file)}\r\nContent-Length: {content.Length}\r\n\r\n"), ct);
        await content.CopyToAsync(client, ct);
        return true;
    }

    private Task SayAsync(int code, string reason, string text, CancellationToken ct) => client.WriteAsync(
        Encoding.UTF8.GetBytes($"HTTP/1.1 {code} {reason}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(text) + 1}\r\n\r\n{text}\n"), ct).AsTask();
}
