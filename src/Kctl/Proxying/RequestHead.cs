using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Kctl.Proxying;

/// <summary>The first line and the headers of a request.</summary>
internal sealed record RequestHead(string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    private const int LongestHead = 256 * 1024;
    private static readonly byte[] s_end = "\r\n\r\n"u8.ToArray();

    /// <summary>The path without its query.</summary>
    public string Path => Target.Split('?', 2)[0];

    /// <summary>A header's value; null where there is none.</summary>
    public string? this[string name] => Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>True where the connection is to change its protocol.</summary>
    public bool IsUpgrade => this["Upgrade"] is not null && this["Connection"]?.Contains("upgrade", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads the next request's head; null where the client has no more requests.</summary>
    public static async Task<RequestHead?> ReadAsync(PipeReader input, CancellationToken ct)
    {
        while (true)
        {
            var read = await input.ReadAsync(ct);
            if (Find(read.Buffer) is { } length)
            {
                var head = Parse(Encoding.Latin1.GetString(read.Buffer.Slice(0, length)));
                input.AdvanceTo(read.Buffer.GetPosition(length + s_end.Length));
                return head;
            }

            if (read.IsCompleted)
            {
                return read.Buffer.IsEmpty ? null : throw new InvalidDataException("the request breaks off");
            }

            if (read.Buffer.Length > LongestHead)
            {
                throw new InvalidDataException("the request's headers are too long");
            }

            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static long? Find(ReadOnlySequence<byte> bytes)
    {
        var reader = new SequenceReader<byte>(bytes);
        return reader.TryReadTo(out ReadOnlySequence<byte> head, s_end, advancePastDelimiter: false) ? head.Length : null;
    }

    private static RequestHead Parse(string text)
    {
        var lines = text.Split("\r\n");
        return lines[0].Split(' ') is [var method, var target, "HTTP/1.1" or "HTTP/1.0"] && target.StartsWith('/')
            ? new RequestHead(method, target, [.. lines.Skip(1).Select(Header)])
            : throw new InvalidDataException("no HTTP request");
    }

    private static KeyValuePair<string, string> Header(string line) => line.IndexOf(':') is > 0 and var colon
        ? KeyValuePair.Create(line[..colon], line[(colon + 1)..].Trim())
        : throw new InvalidDataException("a header without a name");
}
