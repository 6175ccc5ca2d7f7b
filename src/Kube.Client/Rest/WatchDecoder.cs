using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Kube.Api;
using Kube.Api.Meta.V1;

namespace Kube.Client;

/// <summary>Reads the lines of a watch response. Each object is decoded once, straight from the received bytes; nothing waits for the next line.</summary>
internal static class WatchDecoder
{
    public static async IAsyncEnumerable<WatchEvent<T>> ReadAsync<T>(Stream stream, [EnumeratorCancellation] CancellationToken ct)
        where T : class, IResource<T>
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 16 * 1024, leaveOpen: true));
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(ct);
                var buffer = result.Buffer;
                while (TryReadLine(ref buffer, out var line))
                {
                    if (!line.IsEmpty)
                    {
                        yield return Decode<T>(line);
                    }
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted)
                {
                    yield break;
                }
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    internal static WatchEvent<T> Decode<T>(ReadOnlySequence<byte> line) where T : class, IResource<T>
    {
        if (line.IsSingleSegment)
        {
            return Decode<T>(line.FirstSpan);
        }

        var rented = ArrayPool<byte>.Shared.Rent((int)line.Length);
        try
        {
            line.CopyTo(rented);
            return Decode<T>(rented.AsSpan(0, (int)line.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static WatchEvent<T> Decode<T>(ReadOnlySpan<byte> line) where T : class, IResource<T>
    {
        string? type = null;
        var (start, end) = (0, 0);
        var json = new Utf8JsonReader(line);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isType = json.ValueTextEquals("type"u8);
            var isObject = json.ValueTextEquals("object"u8);
            json.Read();
            if (isType)
            {
                type = json.GetString();
            }
            else
            {
                var begin = (int)json.TokenStartIndex;
                json.Skip();
                (start, end) = isObject ? (begin, (int)json.BytesConsumed) : (start, end);
            }
        }

        return Event<T>(type, line[start..end]);
    }

    private static WatchEvent<T> Event<T>(string? type, ReadOnlySpan<byte> body) where T : class, IResource<T>
    {
        if (type == "ERROR")
        {
            throw new ApiException(ApiJson.Deserialize<Status>(body));
        }

        var value = ApiJson.Deserialize<T>(body);
        value.ApiVersion ??= T.Info.ApiVersion;
        value.Kind ??= T.Info.Kind;
        return new WatchEvent<T>(TypeOf(type), value);
    }

    private static WatchEventType TypeOf(string? type) => type switch
    {
        "ADDED" => WatchEventType.Added,
        "MODIFIED" => WatchEventType.Modified,
        "DELETED" => WatchEventType.Deleted,
        "BOOKMARK" => WatchEventType.Bookmark,
        _ => throw new JsonException($"unknown watch event type \"{type}\""),
    };

    private static bool TryReadLine(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is not { } newline)
        {
            line = default;
            return false;
        }

        line = buffer.Slice(0, newline);
        buffer = buffer.Slice(buffer.GetPosition(1, newline));
        return true;
    }
}
