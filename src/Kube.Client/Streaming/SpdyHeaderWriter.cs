using System.Buffers.Binary;
using System.Text;

namespace Kube.Client.Streaming;

/// <summary>
/// Writes the header blocks of one connection as one zlib stream of stored (not compressed) blocks: headers are few and short here. An empty
/// stored block ends each, which makes every inflater hand out what it has (zlib's sync flush); some would wait for more otherwise.
/// Not safe for concurrent use: blocks must be sent in the order they were made in.
/// </summary>
internal sealed class SpdyHeaderWriter
{
    // Deflate with a window of 32 KiB, fastest level, a dictionary follows; the last five bits make the pair divisible by 31.
    private const ushort ZlibHeader = 0x7820;
    private const int LongestBlock = 60_000;
    private static readonly byte[] s_end = [0, 0, 0, 0xFF, 0xFF];
    private bool _started;

    public byte[] Write(IReadOnlyDictionary<string, string> headers)
    {
        using var bytes = new MemoryStream();
        if (!_started)
        {
            WriteZlibHeader(bytes);
            _started = true;
        }

        var block = Block(headers);
        WriteStored(bytes, block);
        bytes.Write(s_end);
        return bytes.ToArray();
    }

    private static void WriteZlibHeader(MemoryStream bytes)
    {
        Span<byte> header = stackalloc byte[6];
        BinaryPrimitives.WriteUInt16BigEndian(header, ZlibHeader);
        BinaryPrimitives.WriteUInt32BigEndian(header[2..], SpdyDictionary.Checksum);
        bytes.Write(header);
    }

    private static void WriteStored(MemoryStream bytes, byte[] block)
    {
        if (block.Length > LongestBlock)
        {
            throw new ArgumentException($"headers of {block.Length} bytes are too long");
        }

        Span<byte> header = stackalloc byte[5];
        header[0] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(header[1..], (ushort)block.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[3..], (ushort)~block.Length);
        bytes.Write(header);
        bytes.Write(block);
    }

    private static byte[] Block(IReadOnlyDictionary<string, string> headers)
    {
        using var bytes = new MemoryStream();
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, headers.Count);
        bytes.Write(number);
        foreach (var (name, value) in headers)
        {
            // Names are lower case on the wire; some peers refuse others.
            WriteText(bytes, name.ToLowerInvariant());
            WriteText(bytes, value);
        }

        return bytes.ToArray();
    }

    private static void WriteText(MemoryStream bytes, string text)
    {
        Span<byte> number = stackalloc byte[4];
        var utf8 = Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(number, utf8.Length);
        bytes.Write(number);
        bytes.Write(utf8);
    }
}
