using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Kube.Api.Core.V1;
using Kube.ApiServer.Errors;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Streaming;

/// <summary>
/// Talks to kubelets over TLS: we show the API server's client certificate, the kubelet must show one of the cluster CA for its node's name.
/// Answers are passed on as they come, never buffered.
/// </summary>
internal sealed class KubeletClient : IDisposable
{
    private const int DefaultPort = 10250;
    private const int ChunkSize = 16 * 1024;
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(5);
    private readonly HttpMessageInvoker _http;

    public KubeletClient(X509Certificate2? clientCertificate, X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectTimeout = s_connectTimeout,
            UseProxy = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = policy,
                ClientCertificates = clientCertificate is null ? null : [clientCertificate],
            },
        });
    }

    /// <summary>Sends a GET to a node's kubelet and passes its answer on.</summary>
    public async Task RelayAsync(Node node, string path, HttpContext http, CancellationToken cancel)
    {
        var name = node.Metadata!.Name!;
        var address = node.Status?.Addresses?.Find(a => a.Type == NodeAddressType.InternalIP)?.Address
            ?? throw Failure.KubeletUnreachable($"node {name} has no InternalIP address to reach its kubelet at");
        var port = node.Status?.DaemonEndpoints?.KubeletEndpoint?.Port ?? DefaultPort;
        var host = address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://{host}:{port}{path}");

        // The name the kubelet's certificate is checked against; addresses come and go, the node's name stays.
        request.Headers.Host = name;
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, cancel);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw Failure.KubeletUnreachable($"Get \"https://{host}:{port}{path}\": cannot reach the kubelet of node {name}: {(error.InnerException ?? error).Message}");
        }

        using (response)
        {
            await PassOnAsync(response, http, cancel);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task PassOnAsync(HttpResponseMessage response, HttpContext http, CancellationToken cancel)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw Failure.FromKubelet((int)response.StatusCode, (await response.Content.ReadAsStringAsync(cancel)).Trim());
        }

        http.Response.ContentType = response.Content.Headers.ContentType?.ToString() ?? "text/plain";
        await http.Response.StartAsync(cancel);
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        var writer = http.Response.BodyWriter;
        while (await body.ReadAsync(writer.GetMemory(ChunkSize), cancel) is var read and > 0)
        {
            writer.Advance(read);
            await writer.FlushAsync(cancel);
        }
    }
}
