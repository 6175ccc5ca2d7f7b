using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Kube.Integration.Tests.Streams;

/// <summary>kctl proxy, from the side of a program without credentials.</summary>
public sealed class ProxyVerbTests
{
    [Fact]
    public async Task Proxy_RequestsFilesAndStreams_ArePassedOn()
    {
        await using var cluster = await StreamCluster.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(cluster.Folder, "here", "page.html"), "<p>hello", TestContext.Current.CancellationToken);
        using var proxy = cluster.Start("exec $KCTL proxy --port=0 --www=here");
        try
        {
            var line = (await proxy.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
            Assert.StartsWith("Starting to serve on 127.0.0.1:", line, StringComparison.Ordinal);
            var address = line["Starting to serve on ".Length..];
            using var client = new HttpClient { BaseAddress = new Uri($"http://{address}") };
            Assert.Contains("\"name\":\"web\"", await client.GetStringAsync("/api/v1/namespaces/default/pods/web", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal("<p>hello", await client.GetStringAsync("/static/page.html", TestContext.Current.CancellationToken));
            Assert.Contains("web front 3", await client.GetStringAsync("/api/v1/namespaces/default/pods/web/log?container=front", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal("GET /pods", await client.GetStringAsync("/api/v1/nodes/n1/proxy/pods", TestContext.Current.CancellationToken));
            using var made = await client.PostAsync(
                "/api/v1/namespaces", new StringContent("""{"metadata":{"name":"made"}}""", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
            using var chunked = new HttpRequestMessage(HttpMethod.Post, "/api/v1/namespaces") { Content = JsonContent.Create(new { metadata = new { name = "chunked" } }) };
            chunked.Headers.TransferEncodingChunked = true;
            Assert.Equal(HttpStatusCode.Created, (await client.SendAsync(chunked, TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/namespaces/none", TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/api/v1/namespaces/default/pods/web/exec?command=ls", null, TestContext.Current.CancellationToken)).StatusCode);
            using var stranger = new HttpRequestMessage(HttpMethod.Get, "/version") { Headers = { Host = "evil.example" } };
            Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(stranger, TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal("web\n", (await cluster.RunAsync($"$KUBECTL --server=http://{address} get pods -o custom-columns=N:.metadata.name --no-headers")).Output);
        }
        finally
        {
            proxy.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task Proxy_NoFilterOnASocket_StreamsCommands()
    {
        await using var cluster = await StreamCluster.StartAsync();
        using var proxy = cluster.Start("exec $KCTL proxy --port=0 --disable-filter --api-prefix=/k8s");
        try
        {
            var address = (await proxy.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!["Starting to serve on ".Length..];
            Assert.Equal("through\n", (await cluster.RunAsync($"echo through | $KUBECTL --server=http://{address}/k8s exec -i web -c front -- cat")).Output);
        }
        finally
        {
            proxy.Kill(entireProcessTree: true);
        }
    }
}
