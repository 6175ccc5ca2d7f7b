namespace Kube.Proxy.Dns;

/// <summary>A query as received.</summary>
/// <param name="Id">To be repeated in the answer.</param>
/// <param name="OpCode">0 for a standard query.</param>
/// <param name="RecursionDesired">To be repeated in the answer.</param>
/// <param name="Name">Name asked for.</param>
/// <param name="Type">Type asked for.</param>
/// <param name="Class">1 for the Internet.</param>
/// <param name="Edns">The client's EDNS part, if any.</param>
internal sealed record DnsQuery(ushort Id, int OpCode, bool RecursionDesired, DnsName Name, DnsType Type, ushort Class, EdnsOption? Edns);
