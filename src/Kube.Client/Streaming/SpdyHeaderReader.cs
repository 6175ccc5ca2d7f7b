using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Kube.Client.Streaming;

/// <summary>
/// Reads the header blocks of one connection: one zlib stream, flushed at the end of each block. The inflater of the runtime takes no dictionary, so
/// it is shown the dictionary first, as a stored block in front of the peer's: the window it looks back into is then the same.
/// </summary>
internal sealed class SpdyHeaderReader : IDisposable
{
    private const int LongestBlock = 256 * 1024;
    private const int ZlibHeaderSize = 6;
    private const byte DictionaryFlag = 0x20;
    private readonly Feed _feed = new();
    private readonly DeflateStream _inflater;
    private bool _started;

    public SpdyHeaderReader() => _inflater = new DeflateStream(_feed, CompressionMode.Decompress);

    /// <summary>The headers of one block, names in lower case. A malformed block is an <see cref="InvalidDataException"/>.</summary>
    public Dictionary<string, string> Read(ReadOnlySequence<byte> compressed)
    {
        var bytes = compressed.ToArray().AsMemory();
        if (!_started)
        {
            bytes = bytes[Start(bytes.Span)..];
            _started = true;
        }

        return Parse(Inflate(bytes));
    }

    public void Dispose()
    {
        _inflater.Dispose();
        _feed.Dispose();
    }

    // Returns how long the zlib header is.
    private int Start(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < ZlibHeaderSize)
        {
            throw new InvalidDataException("the first header block is too short");
        }

        if ((bytes[1] & DictionaryFlag) == 0)
        {
            return 2;
        }

        if (BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]) != SpdyDictionary.Checksum)
        {
            throw new InvalidDataException("headers are compressed with a dictionary that is not SPDY/3's");
        }

        var dictionary = SpdyDictionary.Bytes;
        var stored = new byte[5 + dictionary.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(stored.AsSpan(1), (ushort)dictionary.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(stored.AsSpan(3), (ushort)~dictionary.Length);
        dictionary.CopyTo(stored, 5);
        _ = Inflate(stored);
        return ZlibHeaderSize;
    }

    private byte[] Inflate(ReadOnlyMemory<byte> bytes)
    {
        _feed.Next = bytes;
        using var plain = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            while (_inflater.Read(buffer) is var read and > 0)
            {
                plain.Write(buffer.AsSpan(0, read));
                if (plain.Length > LongestBlock)
                {
                    throw new InvalidDataException("the headers of a stream are too long");
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return plain.ToArray();
    }

    private static Dictionary<string, string> Parse(ReadOnlySpan<byte> block)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var count = Number(ref block);
        for (var i = 0; i < count; i++)
        {
            var name = Text(ref block);

            // Several values of one name are separated by zeros; the first counts, as it does for those who ask for "the" header.
            headers[name.ToLowerInvariant()] = Text(ref block).Split('\0')[0];
        }

        return headers;
    }

    private static int Number(ref ReadOnlySpan<byte> block)
    {
        if (!BinaryPrimitives.TryReadInt32BigEndian(block, out var number) || number < 0)
        {
            throw new InvalidDataException("the headers of a stream are cut short");
        }

        block = block[4..];
        return number;
    }

    private static string Text(ref ReadOnlySpan<byte> block)
    {
        var length = Number(ref block);
        if (length > block.Length)
        {
            throw new InvalidDataException("the headers of a stream are cut short");
        }

        var text = Encoding.UTF8.GetString(block[..length]);
        block = block[length..];
        return text;
    }

    /// <summary>What the inflater reads from: the bytes of the block at hand. An end here is not the end of the zlib stream.</summary>
    private sealed class Feed : Stream
    {
        public ReadOnlyMemory<byte> Next { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Next.Length);
            Next.Span[..count].CopyTo(buffer);
            Next = Next[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
