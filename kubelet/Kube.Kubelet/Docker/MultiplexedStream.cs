using System.Buffers;
using System.Buffers.Binary;

namespace Kube.Kubelet.Docker;

/// <summary>
/// Docker's framing of logs and exec output of containers without a terminal: 8 bytes (stream, three zeros, big-endian length), then the bytes.
/// </summary>
internal static class MultiplexedStream
{
    private const int HeaderSize = 8;
    private const int BufferSize = 16 * 1024;

    /// <summary>Copies the payload of every frame until the input ends, at most <paramref name="limit"/> bytes; flushes after each frame.</summary>
    public static async Task CopyAsync(Stream input, Stream output, bool framed, long limit, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (limit > 0)
            {
                var length = framed ? await ReadHeaderAsync(input, buffer, ct) : BufferSize;
                if (length < 0)
                {
                    return;
                }

                var copied = await CopyFrameAsync(input, output, buffer, Math.Min(length, limit), framed, ct);
                if (copied < 0)
                {
                    return;
                }

                limit -= copied;
                await output.FlushAsync(ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<long> ReadHeaderAsync(Stream input, byte[] buffer, CancellationToken ct)
    {
        var read = await input.ReadAtLeastAsync(buffer.AsMemory(0, HeaderSize), HeaderSize, throwOnEndOfStream: false, ct);
        return read < HeaderSize ? -1 : BinaryPrimitives.ReadUInt32BigEndian(buffer.AsSpan(4));
    }

    private static async Task<long> CopyFrameAsync(Stream input, Stream output, byte[] buffer, long length, bool framed, CancellationToken ct)
    {
        var left = length;
        while (left > 0)
        {
            var read = await input.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, BufferSize)), ct);
            if (read == 0)
            {
                return -1;
            }

            await output.WriteAsync(buffer.AsMemory(0, read), ct);
            left -= read;
            if (!framed)
            {
                return read;
            }
        }

        return length;
    }
}
