using System.Net;

namespace Kube.Proxy.Dns;

/// <summary>A resource record of class IN.</summary>
internal abstract record DnsRecord(DnsName Name, DnsType Type, uint Ttl);

/// <summary>An IPv4 or IPv6 address.</summary>
internal sealed record AddressRecord(DnsName Name, IPAddress Address, uint Ttl)
    : DnsRecord(Name, Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? DnsType.Aaaa : DnsType.A, Ttl);

/// <summary>A record whose data is another name: CNAME or PTR.</summary>
internal sealed record NameRecord(DnsName Name, DnsType Type, DnsName Target, uint Ttl) : DnsRecord(Name, Type, Ttl);

/// <summary>Where a service runs.</summary>
internal sealed record ServiceRecord(DnsName Name, int Port, DnsName Target, uint Ttl) : DnsRecord(Name, DnsType.Srv, Ttl)
{
    public ushort Weight { get; init; } = 100;
}

/// <summary>Start of a zone; its last number is how long a negative answer may be kept.</summary>
internal sealed record ZoneRecord(DnsName Name, DnsName Server, DnsName Mailbox, uint Ttl) : DnsRecord(Name, DnsType.Soa, Ttl);

/// <summary>A text.</summary>
internal sealed record TextRecord(DnsName Name, string Text, uint Ttl) : DnsRecord(Name, DnsType.Txt, Ttl);
