namespace Kube.Proxy.Dns;

/// <summary>What is answered to a query.</summary>
internal sealed record DnsAnswer(DnsCode Code)
{
    public IReadOnlyList<DnsRecord> Answers { get; init; } = [];

    public IReadOnlyList<DnsRecord> Authority { get; init; } = [];

    public IReadOnlyList<DnsRecord> Additional { get; init; } = [];

    /// <summary>We own the zone.</summary>
    public bool Authoritative { get; init; }

    /// <summary>The answers end in an alias to this name of another zone; its addresses are to be added.</summary>
    public DnsName? Follow { get; init; }
}
