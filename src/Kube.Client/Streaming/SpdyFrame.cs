using System.Buffers.Binary;

namespace Kube.Client.Streaming;

/// <summary>The kinds of control frames of SPDY/3.</summary>
internal enum SpdyFrameType
{
    SynStream = 1,
    SynReply = 2,
    RstStream = 3,
    Settings = 4,
    Ping = 6,
    GoAway = 7,
    Headers = 8,
    WindowUpdate = 9,
}

/// <summary>Why a stream is reset.</summary>
internal enum SpdyReset
{
    ProtocolError = 1,
    InvalidStream = 2,
    RefusedStream = 3,
    Cancel = 5,
}

/// <summary>The first eight bytes of every frame, and the frames themselves as bytes. Pure.</summary>
/// <param name="IsControl">A control frame; otherwise data.</param>
/// <param name="Type">Of a control frame.</param>
/// <param name="StreamId">Of a data frame.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="Length">How many bytes follow.</param>
internal readonly record struct SpdyFrame(bool IsControl, SpdyFrameType Type, int StreamId, byte Flags, int Length)
{
    public const int HeaderSize = 8;
    public const byte Fin = 1;
    public const int InitialWindowSetting = 7;

    private const uint ControlBit = 0x8003_0000;
    private const int IdMask = 0x7FFF_FFFF;

    public bool IsLast => (Flags & Fin) != 0;

    public static SpdyFrame ReadHeader(ReadOnlySpan<byte> bytes)
    {
        var first = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var second = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
        var control = (first & 0x8000_0000) != 0;
        return new SpdyFrame(control, control ? (SpdyFrameType)(first & 0xFFFF) : 0, control ? 0 : (int)first, (byte)(second >> 24), (int)(second & 0xFF_FFFF));
    }

    public static void WriteDataHeader(Span<byte> bytes, int streamId, int length, byte flags)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes, streamId);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], ((uint)flags << 24) | (uint)length);
    }

    /// <summary>A control frame of numbers, and then perhaps bytes.</summary>
    public static byte[] Control(SpdyFrameType type, byte flags, ReadOnlySpan<uint> numbers, ReadOnlySpan<byte> rest = default)
    {
        var length = (numbers.Length * 4) + rest.Length;
        var frame = new byte[HeaderSize + length];
        BinaryPrimitives.WriteUInt32BigEndian(frame, ControlBit | (uint)type);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), ((uint)flags << 24) | (uint)length);
        var at = HeaderSize;
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(at), number);
            at += 4;
        }

        rest.CopyTo(frame.AsSpan(at));
        return frame;
    }

    public static byte[] Reset(int streamId, SpdyReset why) => Control(SpdyFrameType.RstStream, 0, [(uint)streamId, (uint)why]);

    public static byte[] Ping(uint id) => Control(SpdyFrameType.Ping, 0, [id]);

    public static byte[] Settings(int initialWindow) => Control(SpdyFrameType.Settings, 0, [1, InitialWindowSetting, (uint)initialWindow]);

    public static byte[] WindowUpdate(int streamId, int delta) => Control(SpdyFrameType.WindowUpdate, 0, [(uint)streamId, (uint)delta]);

    /// <summary>The number at an offset of a control frame's payload, without its highest bit.</summary>
    public static int Number(ReadOnlySpan<byte> payload, int offset) =>
        payload.Length < offset + 4
            ? throw new InvalidDataException("a control frame is cut short")
            : (int)(BinaryPrimitives.ReadUInt32BigEndian(payload[offset..]) & IdMask);
}
