using System.Net;

namespace Kube.ApiServer.Tests;

/// <summary>Answers of many pieces arrive whole, over both versions of HTTP, compressed or not.</summary>
public sealed class LargeAnswerTests(ServerFixture fixture)
{
    private const int Objects = 30;
    private const int Size = 20_000;

    [Fact]
    public async Task List_OfMegabytes_ArrivesWhole()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps";
        for (var i = 0; i < Objects; i++)
        {
            (await fixture.Server.PostAsync(path, $$$"""{"metadata":{"name":"c{{{i}}}"},"data":{"x":"{{{new string('x', Size)}}}"} }""")).Expect(201);
        }

        foreach (var (version, encoding) in new[] { (HttpVersion.Version11, "identity"), (HttpVersion.Version20, "identity"), (HttpVersion.Version11, "gzip"), (HttpVersion.Version20, "gzip") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
            using var response = await fixture.Server.Client.SendAsync(request);
            Assert.Equal((version, encoding == "gzip"), (response.Version, response.Content.Headers.ContentEncoding.Contains("gzip")));
            await using var body = await response.Content.ReadAsStreamAsync();
            await using var plain = encoding == "gzip" ? new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress) : body;
            using var reader = new StreamReader(plain);
            var list = System.Text.Json.Nodes.JsonNode.Parse(await reader.ReadToEndAsync())!;
            Assert.Equal(Objects, list["items"]!.AsArray().Count);
        }
    }
}
