using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Kube.Hosting;
using Kube.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Kube.ApiServer.Tests;

/// <summary>
/// A server with a node whose kubelet is played: it tells what it was asked, and sends back what comes over a connection that was handed to it, until
/// the other end has no more to say.
/// </summary>
internal sealed class KubeletCluster : IAsyncDisposable
{
    public const string PodPath = "/api/v1/namespaces/default/pods/p";

    private readonly MemoryStore _store = new(TimeProvider.System);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apiserver-kubelet-");
    private WebApplication? _kubelet;
    private int _open;

    public TestServer Server { get; private set; } = null!;

    /// <summary>Lets followed logs go on.</summary>
    public TaskCompletionSource Continue { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The requests to switch protocols that came, with their headers.</summary>
    public ConcurrentQueue<(string Target, IHeaderDictionary Headers)> Upgrades { get; } = new();

    /// <summary>How many handed over connections there are.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Starts it all; pod p is on no node yet.</summary>
    public static async Task<KubeletCluster> StartAsync(string nameShown = "n1", string? internalDns = null)
    {
        var cluster = new KubeletCluster();
        var authority = ClusterCa.LoadOrCreate(cluster._folder.FullName);
        var port = await cluster.StartKubeletAsync(authority.IssueServer(nameShown, [nameShown], []));
        var client = authority.IssueClient("kube-apiserver-kubelet-client", "system:masters");
        cluster.Server = await TestServer.StartAsync(cluster._store, o => o with
        {
            ClientAuthorities = [X509CertificateLoader.LoadCertificate(authority.Certificate.RawData)],
            KubeletClientCertificate = X509Certificate2.CreateFromPem(client.CertificatePem, client.KeyPem),
            Tokens = [.. o.Tokens, "reader-token,reader,2", "writer-token,writer,3"],
            AuthorizationMode = Authorization.AuthorizationMode.Rbac,
        });
        var dns = internalDns is null ? "" : $$""",{"type":"InternalDNS","address":"{{internalDns}}"}""";
        (await cluster.Server.PostAsync("/api/v1/nodes", """{"metadata":{"name":"n1"}}""")).Expect(201);
        (await cluster.Server.PatchAsync(
            "/api/v1/nodes/n1/status",
            $$$"""{"status":{"addresses":[{"type":"InternalIP","address":"127.0.0.1"}{{{dns}}}],"daemonEndpoints":{"kubeletEndpoint":{"Port":{{{port}}} } } } }""")).Expect(200);
        (await cluster.Server.PostAsync("/api/v1/namespaces/default/pods", Samples.Pod("p"))).Expect(201);
        return cluster;
    }

    public async Task BindAsync() => (await Server.PostAsync(PodPath + "/binding", """{"target":{"name":"n1"}}""")).Expect(201);

    /// <summary>The kubelet goes without a word to those it serves.</summary>
    public async Task StopKubeletAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _kubelet!.StopAsync(now.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _kubelet!.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<int> StartKubeletAsync(IssuedCertificate certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = X509Certificate2.CreateFromPem(certificate.CertificatePem, certificate.KeyPem);
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.ClientCertificateValidation = (shown, _, _) => shown.Subject.Contains("kube-apiserver", StringComparison.Ordinal);
        })));
        _kubelet = builder.Build();
        _kubelet.Run(ServeAsync);
        await _kubelet.StartAsync();
        return new Uri(_kubelet.Urls.First()).Port;
    }

    private async Task ServeAsync(HttpContext http)
    {
        if (http.Request.Query.ContainsKey("previous"))
        {
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync("previous terminated container \"c\" in pod \"p\" not found");
        }
        else if (http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade)
        {
            await EchoAsync(http, upgrade);
        }
        else
        {
            await TellAsync(http);
        }
    }

    private async Task TellAsync(HttpContext http)
    {
        var user = http.Connection.ClientCertificate!.GetNameInfo(X509NameType.SimpleName, false);
        await http.Response.WriteAsync($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString} as {user}\n");
        await http.Response.Body.FlushAsync();
        if (http.Request.Query.ContainsKey("follow"))
        {
            await Continue.Task;
            await http.Response.WriteAsync("second\n");
        }
    }

    private async Task EchoAsync(HttpContext http, IHttpUpgradeFeature upgrade)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Upgrades.Enqueue((target, new HeaderDictionary(http.Request.Headers.ToDictionary(h => h.Key, h => h.Value))));
        if (target.Contains("refuse", StringComparison.Ordinal))
        {
            (http.Response.StatusCode, http.Response.ContentLength) = (404, 25);
            await http.Response.WriteAsync("container not found (\"c\")");
            return;
        }

        http.Response.Headers.Upgrade = http.Request.Headers.Upgrade;
        http.Response.Headers["X-Stream-Protocol-Version"] = http.Request.Headers["X-Stream-Protocol-Version"];
        await using var stream = await upgrade.UpgradeAsync();
        Interlocked.Increment(ref _open);
        try
        {
            var buffer = new byte[4096];
            while (await stream.ReadAsync(buffer, http.RequestAborted) is var read and > 0)
            {
                await stream.WriteAsync(buffer.AsMemory(0, read), http.RequestAborted);
            }

            await stream.WriteAsync("bye"u8.ToArray(), http.RequestAborted);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The other end has gone.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
