using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Kube.Api.Core.V1;
using Kube.ApiServer.Errors;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Streaming;

/// <summary>
/// Where kubelets are and how they are spoken to: over TLS, with the API server's client certificate; the kubelet must show a certificate of the
/// cluster CA for the node's name, or for the internal DNS name the node gives, which is how one kubelet stands for many simulated nodes.
/// </summary>
internal sealed class KubeletClient : IDisposable
{
    private const int DefaultPort = 10250;
    private readonly BackendTransport _verified;
    private readonly BackendTransport _unverified;

    public KubeletClient(X509Certificate2? clientCertificate, X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        X509CertificateCollection shown = clientCertificate is null ? [] : [clientCertificate];
        _verified = new BackendTransport(() => new SslClientAuthenticationOptions { CertificateChainPolicy = policy.Clone(), ClientCertificates = shown });
        _unverified = BackendTransport.Trusting(shown);
    }

    /// <summary>The port a node's kubelet listens on.</summary>
    public static int PortOf(Node node) => node.Status?.DaemonEndpoints?.KubeletEndpoint?.Port ?? DefaultPort;

    /// <summary>The address a node is reached at; null while it has none.</summary>
    public static string? AddressOf(Node node) => node.Status?.Addresses?.Find(a => a.Type == NodeAddressType.InternalIP)?.Address;

    /// <summary>The kubelet of a node.</summary>
    public Backend Of(Node node, string pathAndQuery) => Of(node, pathAndQuery, _verified);

    /// <summary>Sends a GET to a node's kubelet and passes its answer on; asked so by the client, to whoever is there.</summary>
    public async Task RelayAsync(Node node, string pathAndQuery, bool anyCertificate, HttpContext http, CancellationToken cancel)
    {
        var kubelet = Of(node, pathAndQuery, anyCertificate ? _unverified : _verified);
        using var request = new HttpRequestMessage(HttpMethod.Get, kubelet.Address);
        request.Headers.Host = kubelet.Name;
        HttpResponseMessage response;
        try
        {
            response = await kubelet.Transport.SendAsync(request, cancel);
        }
        catch (BackendException error)
        {
            throw Failure.KubeletUnreachable($"Get \"{kubelet.Address}\": cannot reach the kubelet of node {node.Metadata!.Name}: {error.Message}");
        }

        using (response)
        {
            if (!response.IsSuccessStatusCode)
            {
                throw Failure.FromKubelet((int)response.StatusCode, (await response.Content.ReadAsStringAsync(cancel)).Trim());
            }

            http.Response.ContentType = response.Content.Headers.ContentType?.ToString() ?? "text/plain";
            await HttpRelay.CopyBodyAsync(response, http, cancel);
        }
    }

    public void Dispose()
    {
        _verified.Dispose();
        _unverified.Dispose();
    }

    private static Backend Of(Node node, string pathAndQuery, BackendTransport transport)
    {
        var name = node.Metadata!.Name!;
        var address = AddressOf(node) ?? throw Failure.KubeletUnreachable($"node {name} has no InternalIP address to reach its kubelet at");
        var shown = node.Status?.Addresses?.Find(a => a.Type == NodeAddressType.InternalDNS)?.Address ?? name;
        return new Backend(Backend.At(Uri.UriSchemeHttps, address, PortOf(node), pathAndQuery), transport, shown);
    }
}
