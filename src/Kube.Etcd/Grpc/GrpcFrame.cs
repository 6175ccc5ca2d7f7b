using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;

namespace Kube.Etcd.Grpc;

/// <summary>gRPC's framing of messages: a byte that says whether it is compressed (never, here), the length, the message.</summary>
internal static class GrpcFrame
{
    private const int HeaderLength = 5;

    public static byte[] Write(IMessage message)
    {
        var size = message.CalculateSize();
        var frame = new byte[HeaderLength + size];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), size);
        message.WriteTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    /// <summary>The next message; null at the end of the stream.</summary>
    public static async ValueTask<T?> ReadAsync<T>(Stream stream, MessageParser<T> parser, CancellationToken cancel)
        where T : class, IMessage<T>
    {
        var buffer = ArrayPool<byte>.Shared.Rent(HeaderLength);
        try
        {
            var read = await stream.ReadAtLeastAsync(buffer.AsMemory(0, HeaderLength), HeaderLength, throwOnEndOfStream: false, cancel);
            if (read == 0)
            {
                return null;
            }

            if (read < HeaderLength || buffer[0] != 0)
            {
                throw new InvalidDataException("the answer is no uncompressed gRPC message");
            }

            var length = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(1));
            if (length > buffer.Length)
            {
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = ArrayPool<byte>.Shared.Rent(length);
            }

            await stream.ReadExactlyAsync(buffer.AsMemory(0, length), cancel);
            return parser.ParseFrom(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
