using System.Net;
using System.Security.Cryptography.X509Certificates;
using Kube.Hosting;
using Kube.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Kube.ApiServer.Tests;

/// <summary>Pod logs, relayed from something that looks like a kubelet.</summary>
public sealed class LogTests
{
    private const string PodPath = "/api/v1/namespaces/default/pods/p";

    [Fact]
    public async Task Log_Followed_ComesAsItIsWritten()
    {
        await using var cluster = await Cluster.StartAsync("n1");
        await cluster.BindAsync();
        using var response = await cluster.Server.Client.GetAsync(PodPath + "/log?follow=true&tailLines=5", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal("GET /containerLogs/default/p/c?follow=true&tailLines=5 as kube-apiserver-kubelet-client", await lines.ReadLineAsync());
        cluster.Continue.SetResult();
        Assert.Equal("second", await lines.ReadLineAsync());
        Assert.Null(await lines.ReadLineAsync());
    }

    [Fact]
    public async Task Log_PodOnNoNode_SaysSo()
    {
        await using var cluster = await Cluster.StartAsync("n1");
        (await cluster.Server.GetAsync(PodPath + "/log")).ExpectFailure(400, "BadRequest", "pod p does not have a host assigned");
        (await cluster.Server.GetAsync(PodPath + "/log?container=x")).ExpectFailure(400, "BadRequest", "container x is not valid for pod p");
    }

    [Fact]
    public async Task Log_KubeletOfAnotherName_IsNotBelieved()
    {
        await using var cluster = await Cluster.StartAsync("impostor");
        await cluster.BindAsync();
        var reply = (await cluster.Server.GetAsync(PodPath + "/log")).Expect(500);
        Assert.Contains("cannot reach the kubelet of node n1", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_KubeletRefuses_ItsWordsArePassedOn()
    {
        await using var cluster = await Cluster.StartAsync("n1");
        await cluster.BindAsync();
        (await cluster.Server.GetAsync(PodPath + "/log?previous=true")).ExpectFailure(400, "BadRequest", "previous terminated container \"c\" in pod \"p\" not found");
    }

    private sealed class Cluster : IAsyncDisposable
    {
        private readonly MemoryStore _store = new(TimeProvider.System);
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apiserver-log-");
        private WebApplication? _kubelet;

        public TestServer Server { get; private set; } = null!;

        public TaskCompletionSource Continue { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static async Task<Cluster> StartAsync(string nameShown)
        {
            var cluster = new Cluster();
            var authority = ClusterCa.LoadOrCreate(cluster._folder.FullName);
            var port = await cluster.StartKubeletAsync(authority.IssueServer(nameShown, [nameShown], []));
            var client = authority.IssueClient("kube-apiserver-kubelet-client", "system:masters");
            cluster.Server = await TestServer.StartAsync(cluster._store, o => o with
            {
                ClientAuthorities = [X509CertificateLoader.LoadCertificate(authority.Certificate.RawData)],
                KubeletClientCertificate = X509Certificate2.CreateFromPem(client.CertificatePem, client.KeyPem),
            });
            (await cluster.Server.PostAsync("/api/v1/nodes", """{"metadata":{"name":"n1"}}""")).Expect(201);
            (await cluster.Server.PatchAsync(
                "/api/v1/nodes/n1/status",
                $$$"""{"status":{"addresses":[{"type":"InternalIP","address":"127.0.0.1"}],"daemonEndpoints":{"kubeletEndpoint":{"Port":{{{port}}} } } } }""")).Expect(200);
            (await cluster.Server.PostAsync("/api/v1/namespaces/default/pods", Samples.Pod("p"))).Expect(201);
            return cluster;
        }

        public async Task BindAsync() => (await Server.PostAsync(PodPath + "/binding", """{"target":{"name":"n1"}}""")).Expect(201);

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
                return;
            }

            var user = http.Connection.ClientCertificate!.GetNameInfo(X509NameType.SimpleName, false);
            await http.Response.WriteAsync($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString} as {user}\n");
            await http.Response.Body.FlushAsync();
            await Continue.Task;
            await http.Response.WriteAsync("second\n");
        }
    }
}
