using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Kube.Proxy.Dns;

/// <summary>Reads messages. Whatever the bytes, it ends: with a message or with <see cref="FormatException"/>.</summary>
internal ref struct DnsReader
{
    private const int HeaderLength = 12;
    private const int LongestName = 255;

    private readonly ReadOnlySpan<byte> _message;
    private int _position;

    private DnsReader(ReadOnlySpan<byte> message)
    {
        _message = message;
        _position = 0;
    }

    /// <summary>Reads a query: one question, and EDNS among the additional records.</summary>
    public static DnsQuery ReadQuery(ReadOnlySpan<byte> message)
    {
        var reader = new DnsReader(message);
        var id = reader.UInt16();
        var flags = reader.UInt16();
        var counts = (Questions: reader.UInt16(), Answers: reader.UInt16(), Authority: reader.UInt16(), Additional: reader.UInt16());
        if ((flags & 0x8000) != 0 || counts.Questions != 1)
        {
            throw new FormatException("not a query with one question");
        }

        var name = reader.Name();
        var (type, @class) = ((DnsType)reader.UInt16(), reader.UInt16());
        EdnsOption? edns = null;
        for (var i = 0; i < counts.Answers + counts.Authority + counts.Additional; i++)
        {
            edns = reader.EdnsRecord() ?? edns;
        }

        return new DnsQuery(id, (flags >> 11) & 0xF, (flags & 0x0100) != 0, name, type, @class, edns);
    }

    /// <summary>The id of a message too broken to read further; null where not even that is there.</summary>
    public static ushort? ReadId(ReadOnlySpan<byte> message) =>
        message.Length >= HeaderLength ? BinaryPrimitives.ReadUInt16BigEndian(message) : null;

    /// <summary>Reads the outcome of a response, and those of its answers that are addresses or aliases.</summary>
    public static DnsAnswer ReadResponse(ReadOnlySpan<byte> message)
    {
        var reader = new DnsReader(message);
        reader.UInt16();
        var flags = reader.UInt16();
        var (questions, answers) = (reader.UInt16(), reader.UInt16());
        reader.Skip(4);
        for (var i = 0; i < questions; i++)
        {
            reader.Name();
            reader.Skip(4);
        }

        var records = new List<DnsRecord>();
        for (var i = 0; i < answers; i++)
        {
            if (reader.Record() is { } record)
            {
                records.Add(record);
            }
        }

        return new DnsAnswer((DnsCode)(flags & 0xF)) { Answers = records };
    }

    private DnsRecord? Record()
    {
        var name = Name();
        var type = (DnsType)UInt16();
        Skip(2);
        var ttl = ((uint)UInt16() << 16) | UInt16();
        var length = UInt16();
        var end = _position + length;
        DnsRecord? record = type switch
        {
            DnsType.A when length == 4 => new AddressRecord(name, new IPAddress(Bytes(4)), ttl),
            DnsType.Aaaa when length == 16 => new AddressRecord(name, new IPAddress(Bytes(16)), ttl),
            DnsType.Cname => new NameRecord(name, type, Name(), ttl),
            _ => null,
        };
        _position = end <= _message.Length ? end : throw new FormatException("a record is cut off");
        return record;
    }

    private EdnsOption? EdnsRecord()
    {
        Name();
        var type = (DnsType)UInt16();
        var payload = UInt16();
        var extended = UInt16();
        Skip(2);
        Skip(UInt16());
        return type == DnsType.Opt ? new EdnsOption(payload, extended & 0xFF) : null;
    }

    private DnsName Name()
    {
        var labels = new List<string>();
        var total = 0;
        var position = _position;
        var end = -1;
        while (true)
        {
            var length = ByteAt(position++);
            if ((length & 0xC0) == 0xC0)
            {
                // A pointer must go back, so that no chain of them can run in a circle.
                var target = ((length & 0x3F) << 8) | ByteAt(position++);
                end = end < 0 ? position : end;
                position = target < position - 2 ? target : throw new FormatException("a name points forward");
                continue;
            }

            if (length == 0)
            {
                _position = end < 0 ? position : end;
                return new DnsName(labels);
            }

            total += length + 1;
            if (length > 63 || total > LongestName || position + length > _message.Length)
            {
                throw new FormatException("a name is too long");
            }

            labels.Add(Encoding.Latin1.GetString(_message.Slice(position, length)));
            position += length;
        }
    }

    private readonly int ByteAt(int position) => position < _message.Length ? _message[position] : throw new FormatException("the message is cut off");

    private ReadOnlySpan<byte> Bytes(int count)
    {
        Skip(count);
        return _message.Slice(_position - count, count);
    }

    private ushort UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Bytes(2));

    private void Skip(int count) =>
        _position = _position + count <= _message.Length ? _position + count : throw new FormatException("the message is cut off");
}
