using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Machinery.Yaml;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Codec;

/// <summary>Writes whole answers: bytes that are ready, in one or many pieces, compressed when they are large and the client can read that.</summary>
internal static class Answer
{
    /// <summary>Kubernetes' threshold: smaller answers cost more to compress than to send.</summary>
    private const long GzipFrom = 128 * 1024;

    /// <summary>Small pieces share a packet; this much is sent at a time.</summary>
    private const int FlushFrom = 64 * 1024;

    /// <summary>One piece.</summary>
    public static Task WriteAsync(HttpContext http, int code, AnswerForm form, ReadOnlyMemory<byte> utf8, CancellationToken cancel) =>
        WriteAsync(http, code, form, [utf8], utf8.Length, cancel);

    /// <summary>Many pieces, <paramref name="length"/> bytes in all.</summary>
    public static async Task WriteAsync(HttpContext http, int code, AnswerForm form, IEnumerable<ReadOnlyMemory<byte>> pieces, long length, CancellationToken cancel)
    {
        var response = http.Response;
        response.StatusCode = code;
        response.ContentType = form.ContentType;
        response.Headers.CacheControl = "no-cache, private";
        if (form.Yaml)
        {
            pieces = [ToYaml(pieces, length)];
            length = pieces.First().Length;
        }

        if (HttpMethods.IsHead(http.Request.Method))
        {
            response.ContentLength = length;
            return;
        }

        if (length >= GzipFrom && http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            await WriteGzipAsync(response, pieces, cancel);
            return;
        }

        response.ContentLength = length;
        var unflushed = 0;
        foreach (var piece in pieces)
        {
            response.BodyWriter.Write(piece.Span);
            unflushed += piece.Length;
            if (unflushed >= FlushFrom)
            {
                await response.BodyWriter.FlushAsync(cancel);
                unflushed = 0;
            }
        }

        await response.BodyWriter.FlushAsync(cancel);
    }

    /// <summary>An object that is no stored one: a Status, a discovery document.</summary>
    public static Task WriteAsync<T>(HttpContext http, int code, T value, CancellationToken cancel) where T : class =>
        WriteAsync(http, code, s_json, ApiJson.Serialize(value), cancel);

    /// <summary>Bytes of any content type.</summary>
    public static Task WriteBytesAsync(HttpContext http, ReadOnlyMemory<byte> bytes, string contentType, CancellationToken cancel) =>
        WriteAsync(http, 200, s_json with { OtherType = contentType }, bytes, cancel);

    /// <summary>A failure, in whatever format the client can surely read.</summary>
    public static Task WriteStatusAsync(HttpContext http, Status status, CancellationToken cancel)
    {
        if (status.Details?.RetryAfterSeconds is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return WriteAsync(http, status.Code ?? 500, status, cancel);
    }

    private static readonly AnswerForm s_json = new(AnswerShape.Object, false);

    private static async Task WriteGzipAsync(HttpResponse response, IEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken cancel)
    {
        response.Headers.ContentEncoding = "gzip";
        response.Headers.Vary = "Accept-Encoding";
        await using var gzip = new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true);
        foreach (var piece in pieces)
        {
            await gzip.WriteAsync(piece, cancel);
        }
    }

    private static ReadOnlyMemory<byte> ToYaml(IEnumerable<ReadOnlyMemory<byte>> pieces, long length)
    {
        var whole = new byte[length];
        var at = 0;
        foreach (var piece in pieces)
        {
            piece.Span.CopyTo(whole.AsSpan(at));
            at += piece.Length;
        }

        return System.Text.Encoding.UTF8.GetBytes(YamlJson.Write(JsonNode.Parse(whole)));
    }
}
