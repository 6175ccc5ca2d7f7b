using System.Buffers.Binary;

namespace Kube.Proxy.Dns;

/// <summary>Messages on a stream: two bytes of length, then the message.</summary>
internal static class DnsFrames
{
    /// <summary>The next message; null at the end of the stream.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken ct)
    {
        var length = new byte[2];
        if (await stream.ReadAtLeastAsync(length, 2, throwOnEndOfStream: false, ct) < 2)
        {
            return null;
        }

        var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(message, ct);
        return message;
    }

    public static async Task WriteAsync(Stream stream, byte[] message, CancellationToken ct)
    {
        var frame = new byte[message.Length + 2];
        BinaryPrimitives.WriteUInt16BigEndian(frame, (ushort)message.Length);
        message.CopyTo(frame, 2);
        await stream.WriteAsync(frame, ct);
    }
}
