namespace Kube.Proxy.Services;

/// <summary>Transport protocols a Service can have; the names are those of packet rules in upper case.</summary>
internal enum Protocol
{
    Tcp,
    Udp,
    Sctp,
}
