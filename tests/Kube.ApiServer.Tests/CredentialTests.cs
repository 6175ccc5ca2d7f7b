using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Kube.Hosting;
using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>Client certificates and tokens.</summary>
public sealed class CredentialTests
{
    [Fact]
    public async Task Certificate_OfTheClusterAuthority_IsBelieved()
    {
        using var folders = new Folders();
        var (ours, theirs) = (ClusterCa.LoadOrCreate(folders.Ours), ClusterCa.LoadOrCreate(folders.Theirs));
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store, o => o with { ClientAuthorities = [X509CertificateLoader.LoadCertificate(ours.Certificate.RawData)] });
        Assert.Equal(200, await CodeAsync(server, ours.IssueClient("admin", "system:masters")));
        Assert.Equal(401, await CodeAsync(server, theirs.IssueClient("admin", "system:masters")));
        Assert.Equal(401, await CodeAsync(server, ours.IssueServer("admin", ["localhost"], [])));
        Assert.Equal(401, await CodeAsync(server, null));
    }

    [Theory]
    [InlineData("Bearer secret-token", 200)]
    [InlineData("bearer secret-token", 200)]
    [InlineData("Bearer wrong", 401)]
    [InlineData("Bearer", 401)]
    [InlineData("Basic c2VjcmV0LXRva2Vu", 401)]
    public async Task Token_MustBeOfTheFile(string header, int code)
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/namespaces");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await server.Anonymous.SendAsync(request);
        Assert.Equal(code, (int)response.StatusCode);
    }

    private static async Task<int> CodeAsync(TestServer server, IssuedCertificate? issued)
    {
        using var certificate = issued is null ? null : X509Certificate2.CreateFromPem(issued.CertificatePem, issued.KeyPem);
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetCertHashString() == server.Api.Certificate.GetCertHashString(),
                ClientCertificates = certificate is null ? null : [certificate],
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = server.Api.Address };
        using var response = await client.GetAsync("/api/v1/namespaces");
        return (int)response.StatusCode;
    }

    private sealed class Folders : IDisposable
    {
        private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("apiserver-ca-");

        public string Ours => _root.CreateSubdirectory("ours").FullName;

        public string Theirs => _root.CreateSubdirectory("theirs").FullName;

        public void Dispose() => _root.Delete(recursive: true);
    }
}
