using System.Net.Http.Headers;
using System.Text;
using Kube.Hosting;
using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>Tokens with which machines join, and what may be read before joining.</summary>
public sealed class BootstrapTokenTests(ServerFixture fixture)
{
    private const string Secret = "0123456789abcdef";
    private const string Requests = "/apis/certificates.k8s.io/v1/certificatesigningrequests";

    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData("good01", "", 200)]
    [InlineData("good02", "\"expiration\":\"2999-01-01T00:00:00Z\",", 200)]
    [InlineData("good03", "\"auth-extra-groups\":\"system:bootstrappers:mine\",", 200)]
    [InlineData("late01", "\"expiration\":\"2001-01-01T00:00:00Z\",", 401)]
    [InlineData("late02", "\"expiration\":\"tomorrow\",", 401)]
    [InlineData("group1", "\"auth-extra-groups\":\"system:masters\",", 401)]
    [InlineData("sign01", "\"usage-bootstrap-authentication\":\"false\",", 401)]
    [InlineData("other1", "\"token-id\":\"abcdef\",", 401)]
    [InlineData("other2", "\"token-secret\":\"fedcba9876543210\",", 401)]
    public async Task Token_OfASecret_IsGoodWhileTheSecretSaysSo(string id, string changed, int code)
    {
        await MakeAsync(id, changed);
        Assert.Equal(code, await CodeAsync(HttpMethod.Get, Requests, $"{id}.{Secret}"));
    }

    [Theory]
    [InlineData("nobody.0123456789abcdef")]
    [InlineData("nobody")]
    [InlineData("../../.0123456789abcdef")]
    public async Task Token_OfNoSecret_IsRefused(string token) => Assert.Equal(401, await CodeAsync(HttpMethod.Get, Requests, token));

    [Fact]
    public async Task Token_WhoseSecretIsDeleted_EndsAtOnce()
    {
        await MakeAsync("gone01", "");
        Assert.Equal(200, await CodeAsync(HttpMethod.Get, Requests, $"gone01.{Secret}"));
        (await Server.DeleteAsync("/api/v1/namespaces/kube-system/secrets/bootstrap-token-gone01")).Expect(200);
        Assert.Equal(401, await CodeAsync(HttpMethod.Get, Requests, $"gone01.{Secret}"));
    }

    [Theory]
    [InlineData("rule01", "GET", "/version", 200)]
    [InlineData("rule02", "GET", "/apis/certificates.k8s.io/v1", 200)]
    [InlineData("rule03", "GET", "/api/v1/namespaces/kube-system/secrets", 403)]
    [InlineData("rule04", "GET", "/api/v1/nodes", 403)]
    [InlineData("rule05", "DELETE", Requests + "/any", 403)]
    [InlineData("rule06", "PUT", Requests + "/any/approval", 403)]
    [InlineData("rule07", "GET", "/metrics", 403)]
    public async Task Token_ForJoining_IsGoodForJoiningOnly(string id, string method, string path, int code)
    {
        await MakeAsync(id, "");
        Assert.Equal(code, await CodeAsync(new HttpMethod(method), path, $"{id}.{Secret}"));
    }

    [Fact]
    public async Task ClusterInfo_OfAServerWithAnAuthority_MayBeReadByEverybody()
    {
        var folder = Directory.CreateTempSubdirectory("cluster-info-");
        var authority = ClusterCa.LoadOrCreate(folder.FullName);
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store, o => o with { ClientAuthorities = [authority.Certificate] });
        folder.Delete(recursive: true);
        var text = await server.Anonymous.GetStringAsync("/api/v1/namespaces/kube-public/configmaps/cluster-info", TestContext.Current.CancellationToken);
        Assert.Contains(Convert.ToBase64String(Encoding.ASCII.GetBytes(authority.CertificatePem)), text, StringComparison.Ordinal);
        foreach (var closed in new[] { "/api/v1/namespaces/kube-public/configmaps", "/api/v1/namespaces/kube-system/configmaps/cluster-info", "/api/v1/namespaces/kube-public/secrets/cluster-info" })
        {
            using var response = await server.Anonymous.GetAsync(closed, TestContext.Current.CancellationToken);
            Assert.Equal(401, (int)response.StatusCode);
        }
    }

    private async Task MakeAsync(string id, string changed) => (await Server.PostAsync(
        "/api/v1/namespaces/kube-system/secrets",
        $$"""
        {"metadata":{"name":"bootstrap-token-{{id}}"},"type":"bootstrap.kubernetes.io/token","stringData":{
        "token-id":"{{id}}","token-secret":"{{Secret}}","usage-bootstrap-authentication":"true",{{changed}}"description":"a test"} }
        """)).Expect(201);

    private async Task<int> CodeAsync(HttpMethod method, string path, string token)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Server.Anonymous.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
