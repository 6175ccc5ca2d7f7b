namespace Kube.Proxy.Services;

/// <summary>Names one port of one Service.</summary>
internal sealed record ServicePortName(string Namespace, string Service, string Port, Protocol Protocol)
{
    public override string ToString() => $"{Namespace}/{Service}/{Protocol.ToString().ToLowerInvariant()}/{Port}";
}
