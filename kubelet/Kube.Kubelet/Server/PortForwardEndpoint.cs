using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Kube.Api.Core.V1;
using Kube.Client.Streaming;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Server;

/// <summary>
/// Connections to ports of a pod's own loopback address, any number over one connection of the client, by SPDY (bare or inside a WebSocket) or the old
/// WebSocket channels.
/// </summary>
internal sealed class PortForwardEndpoint(IPodSource nodes, ILogger<PortForwardEndpoint> logger)
{
    public void Map(WebApplication app) =>
        app.MapMethods("/portForward/{ns}/{pod}", ["GET", "POST"], (HttpContext http, string ns, string pod) => ServeAsync(http, ns, pod));

    private async Task ServeAsync(HttpContext http, string ns, string podName)
    {
        if (nodes.Find(ns, podName) is not var (pod, node))
        {
            await ConnectionUpgrade.RefuseAsync(http, StatusCodes.Status404NotFound, "pod does not exist");
            return;
        }

        if (Ports(http.Request.Query) is not { } ports)
        {
            await ConnectionUpgrade.RefuseAsync(http, StatusCodes.Status400BadRequest, "query parameter \"ports\" must be numbers from 1 to 65535");
            return;
        }

        var offer = ConnectionUpgrade.OfferOf(http.Request);
        var protocol = await ConnectionUpgrade.NegotiateAsync(
            http, offer, [StreamProtocols.PortForward], StreamProtocols.WebSocketPortForwards, offer.IsSpdy ? StreamProtocols.PortForward : StreamProtocols.V4);
        if (protocol is null)
        {
            return;
        }

        if (ports.Count == 0 && protocol is StreamProtocols.V4 or StreamProtocols.V4Base64)
        {
            await ConnectionUpgrade.RefuseAsync(http, StatusCodes.Status400BadRequest, "query parameter \"ports\" is required");
            return;
        }

        await using var session = PortForwardSession.Accept(await ConnectionUpgrade.AcceptAsync(http, offer, protocol), offer, protocol, ports);
        await RunAsync(session, pod, node);
    }

    private async Task RunAsync(PortForwardSession session, Pod pod, PodServices node)
    {
        var running = new HashSet<Task>();
        try
        {
            await foreach (var connection in session.ConnectionsAsync(session.Gone))
            {
                running.RemoveWhere(t => t.IsCompleted);
                running.Add(ForwardAsync(connection, pod, node, session.Gone));
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client has gone, as clients of port forwarding always do.
        }

        // The oldest form has all its connections from the start; the others only end with their client.
        await Task.WhenAll(running);
    }

    private async Task ForwardAsync(ForwardedConnection connection, Pod pod, PodServices node, CancellationToken gone)
    {
        await using (connection)
        {
            try
            {
                var sandbox = ContainerFinder.Sandbox(node, pod) ?? throw new RuntimeException("the pod's sandbox is not running");
                await using var target = await node.Streams.ConnectAsync(sandbox, connection.Port, gone);
                await RelayAsync(connection, target, gone);
            }
            catch (RuntimeException e)
            {
                logger.NotForwarded(pod.Namespace(), pod.Name(), connection.Port, e.Message);
                await SayAsync(connection, $"error forwarding port {connection.Port} to pod {pod.Name()}, uid {pod.Uid()}: {e.Message}", gone);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // One end broke the connection: disposing breaks the other.
            }
        }
    }

    // The server's end of the bytes is the client's sign to ask what went wrong, and to hang up; until it does it may still be sending.
    private static async Task RelayAsync(ForwardedConnection connection, NetworkStream target, CancellationToken gone)
    {
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(gone);
        var up = UploadAsync(connection.Data, target, broken);
        try
        {
            await target.CopyToAsync(connection.Data, broken.Token);
            await connection.Data.CompleteWritesAsync(broken.Token);
            await connection.Error.CompleteWritesAsync(broken.Token);
            await up;
        }
        finally
        {
            await broken.CancelAsync();
            await up.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task UploadAsync(ChannelStream data, NetworkStream target, CancellationTokenSource broken)
    {
        try
        {
            await data.CopyToAsync(target, broken.Token);
            target.Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            await broken.CancelAsync();
        }
    }

    private static async Task SayAsync(ForwardedConnection connection, string message, CancellationToken gone)
    {
        try
        {
            await connection.Error.WriteAsync(Encoding.UTF8.GetBytes(message), gone);
            await connection.Error.CompleteWritesAsync(gone);
            await connection.Data.CompleteWritesAsync(gone);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Nobody is left to be told.
        }
    }

    private static List<int>? Ports(IQueryCollection query)
    {
        var ports = new List<int>();
        foreach (var text in query["ports"].Concat(query["port"]).SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > ushort.MaxValue)
            {
                return null;
            }

            ports.Add(port);
        }

        return ports;
    }
}
