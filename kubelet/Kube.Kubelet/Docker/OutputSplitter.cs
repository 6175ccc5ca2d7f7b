using System.Buffers;
using System.Buffers.Binary;

namespace Kube.Kubelet.Docker;

/// <summary>Hands a container's output to the stream each part is for. On a terminal there is only one, and no framing.</summary>
internal static class OutputSplitter
{
    private const int HeaderSize = 8;
    private const int BufferSize = 32 * 1024;
    private const byte Stderr = 2;

    /// <summary>Copies until the container's output ends. A stream that is not wanted is null.</summary>
    public static async Task CopyAsync(Stream input, Stream? stdout, Stream? stderr, bool framed, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            if (!framed)
            {
                await CopyRestAsync(input, stdout, buffer, long.MaxValue, ct);
                return;
            }

            while (await input.ReadAtLeastAsync(buffer.AsMemory(0, HeaderSize), HeaderSize, throwOnEndOfStream: false, ct) == HeaderSize)
            {
                var output = buffer[0] == Stderr ? stderr : stdout;
                await CopyRestAsync(input, output, buffer, BinaryPrimitives.ReadUInt32BigEndian(buffer.AsSpan(4)), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask CopyRestAsync(Stream input, Stream? output, byte[] buffer, long length, CancellationToken ct)
    {
        while (length > 0 && await input.ReadAsync(buffer.AsMemory(0, (int)Math.Min(length, BufferSize)), ct) is var read and > 0)
        {
            length -= read;
            if (output is not null)
            {
                await output.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
    }
}
