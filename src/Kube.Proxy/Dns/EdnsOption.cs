namespace Kube.Proxy.Dns;

/// <summary>EDNS (RFC 6891): how large a datagram the client takes, and the version it speaks.</summary>
internal sealed record EdnsOption(int PayloadSize, int Version);
