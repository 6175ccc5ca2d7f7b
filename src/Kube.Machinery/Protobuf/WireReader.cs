using System.Buffers.Binary;

namespace Kube.Machinery.Protobuf;

/// <summary>How a value is laid out on the wire.</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}

/// <summary>Walks the fields of one protobuf message. Anything that does not fit throws <see cref="ProtobufException"/>.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    /// <summary>Steps to the next field; false at the end.</summary>
    public bool Next(out int number, out WireType type)
    {
        if (_rest.IsEmpty)
        {
            (number, type) = (0, default);
            return false;
        }

        var tag = Varint();
        (number, type) = ((int)(tag >> 3), (WireType)(tag & 7));
        return number > 0 && type is WireType.Varint or WireType.Fixed64 or WireType.Bytes or WireType.Fixed32
            ? true
            : throw new ProtobufException("the body is not valid protobuf: a field has no known wire type");
    }

    /// <summary>Reads a number of up to 64 bits.</summary>
    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new ProtobufException("the body is not valid protobuf: a number is too long");
    }

    /// <summary>Reads eight bytes as a floating-point number.</summary>
    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    /// <summary>Reads a string, a nested message or bytes.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        var length = Varint();
        return length <= (ulong)_rest.Length ? Take((int)length) : throw Truncated();
    }

    /// <summary>Passes over a field that nobody wants.</summary>
    public void Skip(WireType type)
    {
        switch (type)
        {
            case WireType.Varint:
                Varint();
                break;
            case WireType.Bytes:
                Bytes();
                break;
            default:
                Take(type == WireType.Fixed64 ? 8 : 4);
                break;
        }
    }

    private static ProtobufException Truncated() => new("the body is not valid protobuf: it ends in the middle of a field");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw Truncated();
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
