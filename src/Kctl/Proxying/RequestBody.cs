using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace Kctl.Proxying;

/// <summary>A request's body as it comes: so many bytes, or in chunks.</summary>
internal sealed class RequestBody : Stream
{
    private readonly PipeReader _input;
    private readonly bool _chunked;
    private long _left;

    private RequestBody(PipeReader input, long length, bool chunked) => (_input, _left, _chunked, IsRead) = (input, length, chunked, !chunked && length == 0);

    /// <summary>True once all of it has been read, so that another request may follow.</summary>
    public bool IsRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The body of a request; empty where it has none.</summary>
    public static RequestBody Of(RequestHead head, PipeReader input) =>
        head["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true ? new RequestBody(input, 0, true)
        : head["Content-Length"] is not { } text ? new RequestBody(input, 0, false)
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? new RequestBody(input, length, false)
        : throw new InvalidDataException("a length that is no number");

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!IsRead && _left == 0 && _chunked)
        {
            await NextChunkAsync(cancellationToken);
        }

        if (IsRead || buffer.IsEmpty)
        {
            return 0;
        }

        var read = await _input.ReadAsync(cancellationToken);
        var count = (int)Math.Min(Math.Min(read.Buffer.Length, buffer.Length), _left);
        if (count == 0)
        {
            throw new InvalidDataException("the request's body breaks off");
        }

        var taken = read.Buffer.Slice(0, count);
        taken.CopyTo(buffer.Span);
        _input.AdvanceTo(taken.End);
        _left -= count;
        if (_left == 0)
        {
            IsRead = !_chunked;
            _ = _chunked ? await LineAsync(cancellationToken) : "";
        }

        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task NextChunkAsync(CancellationToken ct)
    {
        var line = (await LineAsync(ct)).Split(';')[0].Trim();
        _left = long.TryParse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) && length >= 0 ? length : throw new InvalidDataException("a chunk without a length");
        if (_left > 0)
        {
            return;
        }

        while ((await LineAsync(ct)).Length > 0)
        {
            // What follows the last chunk is of no use to anybody.
        }

        IsRead = true;
    }

    private async Task<string> LineAsync(CancellationToken ct)
    {
        while (true)
        {
            var read = await _input.ReadAsync(ct);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.ASCII.GetString(read.Buffer.Slice(0, end)).TrimEnd('\r');
                _input.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            _input.AdvanceTo(read.Buffer.Start, read.IsCompleted ? throw new InvalidDataException("the request's body breaks off") : read.Buffer.End);
        }
    }
}
