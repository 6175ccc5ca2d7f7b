namespace Kube.Proxy.Services;

/// <summary>Names one port of one Service.</summary>
internal sealed record ServicePortName(string Namespace, string Service, string Port, Protocol Protocol)
{
    public override string ToString() => $"{Namespace}/{Service}/{Protocol.ToString().ToLowerInvariant()}/{Port}";
}

/// <summary>Transport protocols a Service can have; the names are those of packet rules in upper case.</summary>
internal enum Protocol
{
    Tcp,
    Udp,
    Sctp,
}
