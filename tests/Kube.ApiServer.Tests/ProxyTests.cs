using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kube.ApiServer.Tests;

/// <summary>proxy of pods, services and nodes. What is behind a pod must have an address that is not loopback: such tests are skipped on a machine without one.</summary>
public sealed class ProxyTests
{
    private const string Services = "/api/v1/namespaces/default/services";
    private const string PodPath = KubeletCluster.PodPath;

    private static readonly string? s_address = NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(i => i.GetIPProperties().UnicastAddresses)
        .Select(a => a.Address)
        .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a) && a.GetAddressBytes() is not [169, 254, ..])?.ToString();

    [Fact]
    public async Task Pod_AnyMethodPathAndBody_IsPassedOn()
    {
        await using var backend = await BackendAsync();
        await using var cluster = await WithPodAsync();
        var path = $"{PodPath}:{PortOf(backend)}/proxy/a//b%2Fc/?x=%201&dryRun=no";
        foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" })
        {
            var reply = (await cluster.Server.SendAsync(new HttpMethod(method), path, method is "GET" or "OPTIONS" ? null : "body"u8.ToArray(), "text/plain")).Expect(200);
            Assert.Equal($"{method} /a//b%2Fc/?x=%201&dryRun=no {(method is "GET" or "OPTIONS" ? "" : "body")} token= custom=", reply.Text);
        }
    }

    [Fact]
    public async Task Pod_AnswersCodeAndHeaders_ComeBack()
    {
        await using var backend = await BackendAsync();
        await using var cluster = await WithPodAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/namespaces/default/pods/http:p:{PortOf(backend)}/proxy/teapot");
        request.Headers.Add("X-Custom", "mine");
        using var response = await cluster.Server.Client.SendAsync(request);
        Assert.Equal(418, (int)response.StatusCode);
        Assert.Equal("yes", Assert.Single(response.Headers.GetValues("X-Answer")));
        Assert.Contains("custom=mine", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pod_WebSocket_IsHandedOver()
    {
        await using var backend = await BackendAsync();
        await using var cluster = await WithPodAsync();
        await using var client = await RawUpgrade.OpenAsync(cluster.Server, $"GET /api/v1/namespaces/default/pods/p:{PortOf(backend)}/proxy/ws", "Upgrade: websocket\r\n");
        Assert.Equal(101, client.Code);
        await client.SendAsync("ping");
        Assert.Equal("ping", await client.ReadAsync(4));
    }

    [Fact]
    public async Task Pod_WithoutAddressOrHere_IsRefused()
    {
        await using var cluster = await KubeletCluster.StartAsync();
        (await cluster.Server.GetAsync(PodPath + "/proxy/")).ExpectFailure(400, "BadRequest", "pod p has no address yet; its phase is Pending");
        (await cluster.Server.PatchAsync(PodPath + "/status", """{"status":{"podIP":"127.0.0.1"}}""")).Expect(200);
        (await cluster.Server.GetAsync(PodPath + "/proxy/")).ExpectFailure(400, "BadRequest", "address not allowed");
        (await cluster.Server.GetAsync("/api/v1/nodes/n1:2379/proxy/")).ExpectFailure(400, "BadRequest", "address not allowed");
        (await cluster.Server.GetAsync("/api/v1/namespaces/default/pods/ftp:p:80/proxy/")).ExpectFailure(400, "BadRequest", "invalid pods request \"ftp:p:80\"");
    }

    [Fact]
    public async Task Pod_NobodyListens_SaysSo()
    {
        await using var backend = await BackendAsync();
        await using var cluster = await WithPodAsync();
        var port = PortOf(backend);
        await backend.StopAsync(TestContext.Current.CancellationToken);
        var reply = (await cluster.Server.GetAsync($"/api/v1/namespaces/default/pods/p:{port}/proxy/")).Expect(503);
        Assert.StartsWith("error trying to reach service: ", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_PortByNumberOrName_IsAReadyEndpoint()
    {
        await using var backend = await BackendAsync();
        await using var cluster = await WithPodAsync();
        (await cluster.Server.PostAsync(Services, """{"metadata":{"name":"web"},"spec":{"ports":[{"name":"http","port":8080}]}}""")).Expect(201);
        (await cluster.Server.GetAsync(Services + "/web:8080/proxy/")).ExpectFailure(503, "ServiceUnavailable", "no endpoints available for service \"web:8080\"");
        (await cluster.Server.GetAsync(Services + "/web:81/proxy/")).ExpectFailure(503, "ServiceUnavailable", "no service port 81 found for service \"web\"");
        (await cluster.Server.GetAsync(Services + "/none:81/proxy/")).ExpectFailure(404, "NotFound", "services \"none\" not found");
        (await cluster.Server.PostAsync("/apis/discovery.k8s.io/v1/namespaces/default/endpointslices", $$$"""
            {"metadata":{"name":"web-1","labels":{"kubernetes.io/service-name":"web"}},"addressType":"IPv4","ports":[{"name":"http","port":{{{PortOf(backend)}}}}],"endpoints":[
              {"addresses":["10.255.255.1"],"conditions":{"ready":true} },
              {"addresses":["10.255.255.2"],"conditions":{"ready":true},"targetRef":{"kind":"Pod","name":"p","namespace":"default"} },
              {"addresses":["{{{s_address}}}"],"conditions":{"ready":true},"targetRef":{"kind":"Pod","name":"p","namespace":"default"} }]}
            """)).Expect(201);
        Assert.StartsWith("GET /x ", (await cluster.Server.GetAsync(Services + "/web:8080/proxy/x")).Expect(200).Text, StringComparison.Ordinal);
        Assert.StartsWith("GET / ", (await cluster.Server.GetAsync(Services + "/http:web:http/proxy/")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proxy_WithoutASlash_RedirectsBelow()
    {
        await using var cluster = await KubeletCluster.StartAsync();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString() == cluster.Server.Api.Certificate.GetCertHashString();
        using var client = new HttpClient(handler) { BaseAddress = cluster.Server.Api.Address };
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + TestServer.Token);
        using var response = await client.GetAsync("/api/v1/nodes/n1/proxy?a=b", TestContext.Current.CancellationToken);
        Assert.Equal((301, "/api/v1/nodes/n1/proxy/?a=b"), ((int)response.StatusCode, response.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Node_IsItsKubelet()
    {
        await using var cluster = await KubeletCluster.StartAsync();
        Assert.Equal("GET /metrics?x=1 as kube-apiserver-kubelet-client\n", (await cluster.Server.GetAsync("/api/v1/nodes/n1/proxy/metrics?x=1")).Expect(200).Text);
    }

    [Fact]
    public async Task Proxy_NotAllowed_IsForbidden()
    {
        await using var cluster = await KubeletCluster.StartAsync();
        await using var client = await RawUpgrade.OpenAsync(cluster.Server, "GET /api/v1/nodes/n1/proxy/metrics", token: "reader-token");
        Assert.Equal(403, client.Code);
    }

    private static async Task<KubeletCluster> WithPodAsync()
    {
        var cluster = await KubeletCluster.StartAsync();
        await cluster.BindAsync();
        (await cluster.Server.PatchAsync(PodPath + "/status", $$$"""{"status":{"phase":"Running","podIP":"{{{s_address}}}"}}""")).Expect(200);
        return cluster;
    }

    private static int PortOf(WebApplication backend) => new Uri(backend.Urls.First()).Port;

    private static async Task<WebApplication> BackendAsync()
    {
        Assert.SkipWhen(s_address is null, "this machine has only loopback addresses");
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Parse(s_address!), 0));
        var app = builder.Build();
        app.Run(ServeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task ServeAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade)
        {
            http.Response.Headers.Upgrade = "websocket";
            await using var stream = await upgrade.UpgradeAsync();
            await stream.CopyToAsync(stream, http.RequestAborted);
            return;
        }

        using var body = new StreamReader(http.Request.Body);
        var text = await body.ReadToEndAsync();
        http.Response.StatusCode = http.Request.Path == "/teapot" ? 418 : 200;
        http.Response.Headers["X-Answer"] = "yes";
        await http.Response.WriteAsync($"{http.Request.Method} {http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget} {text} token={http.Request.Headers.Authorization} custom={http.Request.Headers["X-Custom"]}");
    }
}
