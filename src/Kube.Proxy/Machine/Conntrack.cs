using System.Globalization;
using System.Net;

namespace Kube.Proxy.Machine;

/// <summary>
/// Forgets UDP flows. A client that keeps sending from one port stays with its endpoint for as long as the kernel remembers the flow, even when that endpoint is gone.
/// Does nothing where the program <c>conntrack</c> is not installed.
/// </summary>
internal sealed class Conntrack(ICommand command)
{
    /// <summary>Forgets the flows that were sent to an endpoint.</summary>
    public Task ForgetEndpointAsync(IPEndPoint endpoint, CancellationToken ct) =>
        command.RunAsync("conntrack", ["-D", "-p", "udp", "--dst-nat", endpoint.Address.ToString(), "--reply-port-src", Text(endpoint.Port)], null, ct);

    /// <summary>Forgets the flows to a Service address that had no endpoint when they began.</summary>
    public Task ForgetServiceAsync(IPAddress address, int port, CancellationToken ct) =>
        command.RunAsync("conntrack", ["-D", "-p", "udp", "--orig-dst", address.ToString(), "--orig-port-dst", Text(port)], null, ct);

    /// <summary>Forgets the flows to a node port that had no endpoint when they began.</summary>
    public Task ForgetNodePortAsync(int port, CancellationToken ct) =>
        command.RunAsync("conntrack", ["-D", "-p", "udp", "--orig-port-dst", Text(port)], null, ct);

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
