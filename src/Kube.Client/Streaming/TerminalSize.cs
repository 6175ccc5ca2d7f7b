using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kube.Client.Streaming;

/// <summary>The size of a terminal, in characters.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Lines.</param>
public readonly record struct TerminalSize(int Width, int Height)
{
    private const int LongestMessage = 4096;

    /// <summary>As it is sent on the resize channel.</summary>
    internal byte[] ToMessage() => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"Width\":{Width},\"Height\":{Height}}}\n"));

    /// <summary>The sizes a channel brings, until it ends. What is no size ends them too.</summary>
    internal static async IAsyncEnumerable<TerminalSize> ReadAllAsync(Stream channel, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var buffer = new byte[LongestMessage];
        var length = 0;
        while (length < buffer.Length && await ReadAsync(channel, buffer.AsMemory(length), ct) is var read and > 0)
        {
            length += read;
            var used = 0;
            while (TryParse(buffer.AsSpan(used, length - used), out var size, out var consumed))
            {
                used += consumed;
                yield return size;
            }

            buffer.AsSpan(used, length - used).CopyTo(buffer);
            length -= used;
        }
    }

    private static async ValueTask<int> ReadAsync(Stream channel, Memory<byte> buffer, CancellationToken ct)
    {
        try
        {
            return await channel.ReadAsync(buffer, ct);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private static bool TryParse(ReadOnlySpan<byte> bytes, out TerminalSize size, out int consumed)
    {
        (size, consumed) = (default, 0);
        var end = bytes.IndexOf((byte)'}');
        if (end < 0)
        {
            return false;
        }

        consumed = end + 1;
        try
        {
            var reader = new Utf8JsonReader(bytes[..consumed]);
            size = Parse(ref reader);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static TerminalSize Parse(ref Utf8JsonReader reader)
    {
        var (width, height) = (0, 0);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var name = reader.GetString();
            _ = reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value) && name switch
            {
                "Width" => (width = value) >= 0,
                "Height" => (height = value) >= 0,
                _ => false,
            };
        }

        return new TerminalSize(width, height);
    }
}
