using System.Net;
using System.Net.Sockets;
using Kube.Api;
using Kube.Api.Diagnosis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kube.Kubelet.Server;

/// <summary>
/// What this node can reach: a connection opened from it to a pod or a Service, closed again without a byte, and what its proxy has programmed.
/// For people who look for the broken link between a client and a pod; asked through the API server, by those who may use <c>nodes/proxy</c>.
/// </summary>
internal sealed class ReachEndpoints(string nodeName, ReachSettings settings, TimeProvider time)
{
    /// <summary>On one network an answer takes a millisecond; the kernel's own patience would be minutes.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    public void Map(WebApplication app)
    {
        app.MapGet("/reach", ConnectAsync);
        app.MapGet("/proxyRules/{ns}/{name}", RulesAsync);
    }

    /// <summary>Opens and closes one connection.</summary>
    public async Task<ConnectionReport> ConnectAsync(IPEndPoint target, CancellationToken ct)
    {
        var report = new ConnectionReport { Node = nodeName, Address = target.ToString() };
        var begin = time.GetTimestamp();
        using var limit = new CancellationTokenSource(s_patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        using var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(target, stop.Token);
            report.Connected = true;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            report.Error = ConnectionError.TimedOut;
        }
        catch (SocketException e)
        {
            report.Error = e.SocketErrorCode switch
            {
                SocketError.ConnectionRefused => ConnectionError.Refused,
                SocketError.TimedOut => ConnectionError.TimedOut,
                SocketError.HostUnreachable or SocketError.NetworkUnreachable => ConnectionError.Unreachable,
                _ => e.Message,
            };
        }

        report.Connected ??= false;
        report.Milliseconds = Math.Round(time.GetElapsedTime(begin).TotalMilliseconds, 2);
        return report;
    }

    /// <summary>Whether the node may be asked to go there.</summary>
    public bool IsOfCluster(IPAddress address) => settings.Networks.Any(network => network.Contains(address));

    private async Task ConnectAsync(HttpContext context)
    {
        if (!IPEndPoint.TryParse(context.Request.Query["address"].ToString(), out var target) || target.Port == 0)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "address=IP:PORT is needed");
            return;
        }

        if (!IsOfCluster(target.Address))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, $"{target.Address} is neither a pod's nor a Service's address");
            return;
        }

        await WriteAsync(context, ApiJson.Serialize(await ConnectAsync(target, context.RequestAborted)));
    }

    private async Task RulesAsync(HttpContext context, string ns, string name)
    {
        using var proxy = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{settings.ProxyPort}"), Timeout = s_patience };
        try
        {
            await WriteAsync(context, await proxy.GetByteArrayAsync($"/services/{Uri.EscapeDataString(ns)}/{Uri.EscapeDataString(name)}", context.RequestAborted));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !context.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(context, StatusCodes.Status502BadGateway, $"the proxy of {nodeName} does not answer on port {settings.ProxyPort}: {e.Message}");
        }
    }

    private static Task WriteAsync(HttpContext context, byte[] json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(json, context.RequestAborted).AsTask();
    }

    private static Task RefuseAsync(HttpContext context, int code, string message)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(message);
    }
}
