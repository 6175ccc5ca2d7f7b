using System.Buffers.Binary;
using System.Text;

namespace Kube.Proxy.Dns;

/// <summary>Writes messages, with names compressed (RFC 1035, 4.1.4).</summary>
internal sealed class DnsWriter
{
    /// <summary>What we say we take in one datagram: fits every network without fragments.</summary>
    public const int PayloadSize = 1232;

    private const int HeaderLength = 12;
    private const int LargestMessage = 65535;
    private const ushort Internet = 1;

    private readonly Dictionary<string, int> _names = new(StringComparer.OrdinalIgnoreCase);
    private byte[] _buffer = new byte[512];
    private int _length = HeaderLength;

    /// <summary>A query of our own.</summary>
    public static byte[] Query(ushort id, DnsName name, DnsType type)
    {
        var writer = new DnsWriter();
        writer.Question(name, type, Internet);
        writer.Opt(0);
        return writer.Finish(id, flags: 0x0100, 1, 0, 0, 1);
    }

    /// <summary>The answer to a query in at most <paramref name="limit"/> bytes: additional records are left out first, then answers, and the client is told to ask again over TCP.</summary>
    public static byte[] Response(DnsQuery query, DnsAnswer answer, int limit)
    {
        var full = Write(query, answer, truncated: false);
        if (full.Length > limit && answer.Additional.Count > 0)
        {
            answer = answer with { Additional = [] };
            full = Write(query, answer, truncated: false);
        }

        // Halving finds a fitting number of answers in a few steps; a truncated answer is asked for again anyway.
        while (full.Length > limit && answer.Answers.Count > 0)
        {
            answer = answer with { Answers = [.. answer.Answers.Take(answer.Answers.Count / 2)] };
            full = Write(query, answer, truncated: true);
        }

        return full;
    }

    /// <summary>An error for a query that could not be read.</summary>
    public static byte[] Error(ushort id, DnsCode code) => new DnsWriter().Finish(id, (ushort)(0x8000 | (int)code), 0, 0, 0, 0);

    /// <summary>How large an answer the sender of a query takes.</summary>
    public static int LimitOf(DnsQuery query, bool tcp) =>
        tcp ? LargestMessage : Math.Clamp(query.Edns?.PayloadSize ?? 512, 512, PayloadSize);

    private static byte[] Write(DnsQuery query, DnsAnswer answer, bool truncated)
    {
        var writer = new DnsWriter();
        writer.Question(query.Name, query.Type, query.Class);
        foreach (var record in answer.Answers.Concat(answer.Authority).Concat(answer.Additional))
        {
            writer.Record(record);
        }

        var additional = answer.Additional.Count;
        if (query.Edns is not null)
        {
            writer.Opt((int)answer.Code >> 4);
            additional++;
        }

        var flags = 0x8080 | (query.OpCode << 11) | (answer.Authoritative ? 0x0400 : 0) | (truncated ? 0x0200 : 0)
            | (query.RecursionDesired ? 0x0100 : 0) | ((int)answer.Code & 0xF);
        return writer.Finish(query.Id, (ushort)flags, 1, answer.Answers.Count, answer.Authority.Count, additional);
    }

    private byte[] Finish(ushort id, ushort flags, int questions, int answers, int authority, int additional)
    {
        var header = _buffer.AsSpan(0, HeaderLength);
        BinaryPrimitives.WriteUInt16BigEndian(header, id);
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], flags);
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], (ushort)questions);
        BinaryPrimitives.WriteUInt16BigEndian(header[6..], (ushort)answers);
        BinaryPrimitives.WriteUInt16BigEndian(header[8..], (ushort)authority);
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], (ushort)additional);
        return _buffer.AsSpan(0, _length).ToArray();
    }

    private void Question(DnsName name, DnsType type, ushort @class)
    {
        Name(name);
        UInt16((ushort)type);
        UInt16(@class);
    }

    private void Record(DnsRecord record)
    {
        Name(record.Name);
        UInt16((ushort)record.Type);
        UInt16(Internet);
        UInt32(record.Ttl);
        var lengthAt = _length;
        UInt16(0);
        Data(record);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(lengthAt), (ushort)(_length - lengthAt - 2));
    }

    private void Data(DnsRecord record)
    {
        switch (record)
        {
            case AddressRecord address:
                Bytes(address.Address.GetAddressBytes());
                break;
            case NameRecord alias:
                Name(alias.Target);
                break;
            case ServiceRecord service:
                UInt16(0);
                UInt16(service.Weight);
                UInt16((ushort)service.Port);
                Name(service.Target);
                break;
            case ZoneRecord zone:
                Zone(zone);
                break;
            case TextRecord text:
                var bytes = Encoding.UTF8.GetBytes(text.Text);
                Bytes([(byte)bytes.Length, .. bytes]);
                break;
            default:
                throw new NotSupportedException($"no encoding for {record.Type}");
        }
    }

    /// <summary>Nobody transfers the zone, so its refresh times are the usual ones and its number never changes.</summary>
    private void Zone(ZoneRecord zone)
    {
        Name(zone.Server);
        Name(zone.Mailbox);
        UInt32(1);
        UInt32(7200);
        UInt32(1800);
        UInt32(86400);
        UInt32(zone.Ttl);
    }

    private void Opt(int extendedCode)
    {
        Bytes([0]);
        UInt16((ushort)DnsType.Opt);
        UInt16(PayloadSize);
        UInt32((uint)extendedCode << 24);
        UInt16(0);
    }

    private void Name(DnsName name)
    {
        for (var i = 0; i < name.Labels.Count; i++)
        {
            var rest = string.Join('\0', name.Labels.Skip(i));
            if (_names.TryGetValue(rest, out var offset))
            {
                UInt16((ushort)(0xC000 | offset));
                return;
            }

            if (_length < 0x4000)
            {
                _names.Add(rest, _length);
            }

            var label = Encoding.Latin1.GetBytes(name.Labels[i]);
            Bytes([(byte)label.Length, .. label]);
        }

        Bytes([0]);
    }

    private void UInt16(ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        Bytes(bytes);
    }

    private void UInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        Bytes(bytes);
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }
}
