using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;
using Kube.ApiServer.Streaming;
using Kube.ApiServer.Verbs;
using Kube.Storage.Cache;

namespace Kube.ApiServer.Subresources;

/// <summary>
/// What is behind a pod, a Service or a node. The server goes only where pods and kubelets are: never to its own machine's loopback or link-local
/// addresses, nor to an address that merely somebody wrote down as an endpoint.
/// </summary>
internal sealed class ProxiedBackends(Freshness freshness, ResourceRegistry registry, KubeletClient kubelets, BackendTransport transport, Random random)
{
    /// <summary>Where the request goes; <paramref name="below"/> is the path and query it has there.</summary>
    public async Task<Backend> FindAsync(ApiRequest request, ProxyTarget target, string below) => request.Info.Plural switch
    {
        "pods" => OfPod(await FreshAsync<Pod>(request, target.Name), target, below),
        "services" => await OfServiceAsync(request, target, below),
        "nodes" => OfNode(await FreshAsync<Node>(request, target.Name), target, below),
        _ => throw Failure.MethodNotAllowed(),
    };

    private Backend OfPod(Pod pod, ProxyTarget target, string below)
    {
        var port = target.Port.Length > 0 ? target.Port
            : pod.Spec?.Containers?.Find(c => c.Ports is { Count: > 0 })?.Ports![0].Port?.ToString(CultureInfo.InvariantCulture);
        var address = pod.Status?.PodIP;
        return string.IsNullOrEmpty(address)
            ? throw Failure.BadRequest($"pod {target.Name} has no address yet; its phase is {pod.Status?.Phase ?? PodPhase.Pending}")
            : At(target.Scheme, address, port is null ? DefaultPort(target.Scheme) : PortNumber(port), below);
    }

    private Backend OfNode(Node node, ProxyTarget target, string below)
    {
        if (target.Port.Length == 0 || target.Port == KubeletClient.PortOf(node).ToString(CultureInfo.InvariantCulture))
        {
            return kubelets.Of(node, below);
        }

        return At(target.Scheme, KubeletClient.AddressOf(node) ?? throw Failure.Unavailable($"node {target.Name} has no address"), PortNumber(target.Port), below);
    }

    private async Task<Backend> OfServiceAsync(ApiRequest request, ProxyTarget target, string below)
    {
        var service = await FreshAsync<Service>(request, target.Name);
        var portName = target.Port;
        if (int.TryParse(target.Port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            portName = (service.Spec?.Ports?.Find(p => p.Port == number) ?? throw Failure.Unavailable($"no service port {number} found for service \"{target.Name}\"")).Name ?? "";
        }

        var slices = registry.StoreOf(EndpointSlice.Info);
        var snapshot = await freshness.WaitAsync(slices.Cache, null, request.Cancel);
        var ready = snapshot.Select(new CacheFilter { Namespace = request.Namespace })
            .Where(e => e.Labels.GetValueOrDefault("kubernetes.io/service-name") == target.Name)
            .Select(e => (EndpointSlice)slices.Typed(e).Object)
            .SelectMany(s => (s.Ports ?? []).Where(p => (p.Name ?? "") == portName && p.Port is not null).SelectMany(p => (s.Endpoints ?? []).Select(e => (Endpoint: e, Port: p.Port!.Value))))
            .Where(e => e.Endpoint.Conditions?.Ready != false && e.Endpoint.Addresses is { Count: > 0 })
            .ToArray();
        random.Shuffle(ready);
        var chosen = ready.FirstOrDefault(e => IsOfPod(e.Endpoint, request.Namespace!));
        return chosen.Endpoint is null
            ? throw Failure.Unavailable($"no endpoints available for service \"{request.Name}\"")
            : At(target.Scheme, chosen.Endpoint.Addresses![0], chosen.Port, below);
    }

    /// <summary>Endpoints can be written by hand; only those count whose pod says the address is its own.</summary>
    private bool IsOfPod(Endpoint endpoint, string ns)
    {
        var pods = registry.Core("pods");
        return endpoint.TargetRef is { Kind: "Pod", Name: { } name }
            && pods.Cached(pods.Key(ns, name))?.Object is Pod { Status: { } status }
            && (status.PodIP == endpoint.Addresses![0] || status.PodIPs?.Exists(ip => ip.Ip == endpoint.Addresses[0]) == true);
    }

    private Backend At(string scheme, string address, int port, string below) =>
        IPAddress.TryParse(address, out var ip) && IsElsewhere(ip) ? new Backend(Backend.At(scheme, address, port, below), transport) : throw Failure.BadRequest("address not allowed");

    private static bool IsElsewhere(IPAddress ip) => !IPAddress.IsLoopback(ip) && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any) && !ip.Equals(IPAddress.Broadcast)
        && !ip.IsIPv6LinkLocal && !ip.IsIPv6Multicast && !ip.IsIPv4MappedToIPv6
        && !(ip.AddressFamily == AddressFamily.InterNetwork && ip.GetAddressBytes() is [169, 254, ..] or [>= 224, ..]);

    private static int DefaultPort(string scheme) => scheme == Uri.UriSchemeHttps ? 443 : 80;

    private static int PortNumber(string port) => int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536
        ? number
        : throw Failure.BadRequest($"{port} is no port: a number from 1 to 65535 is");

    private async Task<T> FreshAsync<T>(ApiRequest request, string name) where T : class, IKubeObject
    {
        await freshness.WaitAsync(request.Store.Cache, null, request.Cancel);
        return (T)(request.Store.Cached(request.Store.Key(request.Namespace, name))?.Object ?? throw Failure.NotFound(request.View.Info, name));
    }
}
