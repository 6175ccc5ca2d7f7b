using System.Buffers;
using System.IO.Pipelines;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.Printing;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Machinery.Json;

namespace Kctl.Api;

/// <summary>One line of a watch.</summary>
internal sealed record WatchLine(string Type, JsonObject Object);

/// <summary>
/// Calls with JSON in and out, for objects whose kind is only known at run time. Answers that go on have a client of their own: several are open at
/// once, and any of them may keep silent.
/// </summary>
internal sealed class RestApi(KubeClient client, Lazy<KubeClient> streams, Session session, int verbosity)
{
    public const string Json = "application/json";
    public const string Table = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
    public const int PageSize = 500;

    /// <summary>Reads an object or a list.</summary>
    public Task<JsonObject> GetAsync(string path, CancellationToken ct, string accept = Json) => SendAsync(HttpMethod.Get, path, null, Json, ct, accept);

    /// <summary>Reads an object, null where there is none.</summary>
    public async Task<JsonObject?> FindAsync(string path, CancellationToken ct)
    {
        try
        {
            return await GetAsync(path, ct);
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>Reads a collection page by page into one list.</summary>
    public async Task<JsonObject> ListAsync(string path, CancellationToken ct, string accept = Json, int pageSize = PageSize)
    {
        var limit = pageSize == PageSize ? "500" : pageSize > 0 ? $"{pageSize}" : null;
        var whole = await GetAsync(QueryText.With(path, ("limit", limit)), ct, accept);
        return whole.Text("metadata", "continue") is { Length: > 0 } next ? await RestAsync(whole, next, path, limit, ct, accept) : whole;
    }

    private async Task<JsonObject> RestAsync(JsonObject whole, string? next, string path, string? limit, CancellationToken ct, string accept)
    {
        for (; next is { Length: > 0 }; next = whole.Text("metadata", "continue"))
        {
            var page = await GetAsync(QueryText.With(path, ("limit", limit), ("continue", next)), ct, accept);
            foreach (var list in (ReadOnlySpan<string>)["items", "rows"])
            {
                foreach (var item in (page[list] as JsonArray)?.ToList() ?? [])
                {
                    page[list]!.AsArray().Remove(item);
                    whole[list]!.AsArray().Add(item);
                }
            }

            whole["metadata"] = page["metadata"]?.DeepClone();
        }

        return whole;
    }

    /// <summary>Sends a body and reads the answer.</summary>
    public async Task<JsonObject> SendAsync(HttpMethod method, string path, JsonNode? body, string contentType, CancellationToken ct, string accept = Json)
    {
        using var content = body is null ? null : new ByteArrayContent(JsonText.Utf8(body));
        if (content is not null)
        {
            content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        }

        using var response = await SendAsync(client, method, path, content, ct, accept);
        var bytes = await response.Content.ReadAsByteArrayAsync(ct);
        return bytes.Length == 0 ? [] : JsonTree.ParseObject(bytes);
    }

    /// <summary>The bytes of an answer, whatever they are.</summary>
    public async Task<byte[]> ReadRawAsync(string path, CancellationToken ct)
    {
        using var response = await SendAsync(client, HttpMethod.Get, path, null, ct, "*/*");
        return await response.Content.ReadAsByteArrayAsync(ct);
    }

    /// <summary>The client for connections that change their protocol.</summary>
    public KubeClient Streaming => streams.Value;

    /// <summary>Opens an answer that goes on, such as a log.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string path, CancellationToken ct) => await SendAsync(streams.Value, HttpMethod.Get, path, null, ct, "*/*");

    /// <summary>The lines of a watch until the server ends it. An error the server sends as a line is thrown.</summary>
    public async IAsyncEnumerable<WatchLine> WatchAsync(string path, [EnumeratorCancellation] CancellationToken ct, string accept = Json)
    {
        using var response = await SendAsync(streams.Value, HttpMethod.Get, path, null, ct, accept);
        var reader = PipeReader.Create(await response.Content.ReadAsStreamAsync(ct));
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                if (Parse(buffer.Slice(0, end)) is { } line)
                {
                    yield return line;
                }

                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                yield break;
            }
        }
    }

    private static WatchLine? Parse(ReadOnlySequence<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        var line = JsonTree.ParseObject(bytes.ToArray());
        var value = line["object"] as JsonObject ?? [];
        line.Remove("object");
        var type = line["type"]?.GetValue<string>() ?? "";
        return type == "ERROR" ? throw new ApiException(ApiJson.Deserialize<Status>(JsonText.Utf8(value))) : new WatchLine(type, value);
    }

    private Task<HttpResponseMessage> SendAsync(KubeClient through, HttpMethod method, string path, HttpContent? content, CancellationToken ct, string accept) =>
        verbosity < 6 ? through.SendAsync(method, path, content, ct, accept) : SendAndTellAsync(through, method, path, content, ct, accept);

    private async Task<HttpResponseMessage> SendAndTellAsync(KubeClient through, HttpMethod method, string path, HttpContent? content, CancellationToken ct, string accept)
    {
        var start = session.Terminal.Time.GetTimestamp();
        var outcome = "failed";
        try
        {
            var response = await through.SendAsync(method, path, content, ct, accept);
            outcome = $"{(int)response.StatusCode} {response.ReasonPhrase}".Trim();
            return response;
        }
        catch (ApiException e)
        {
            outcome = $"{e.Code} {e.Reason}";
            throw;
        }
        finally
        {
            var took = session.Terminal.Time.GetElapsedTime(start);
            await session.Error.WriteLineAsync($"{method} {through.Config.Server.GetLeftPart(UriPartial.Authority)}{path} {outcome} in {took.TotalMilliseconds:0} milliseconds");
        }
    }
}
