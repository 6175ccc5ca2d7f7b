using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>A real server on a free port, and a client that trusts it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string Token = "secret-token";

    private TestServer(ApiServer server)
    {
        Api = server;
        Anonymous = NewClient(server);
        Client = NewClient(server);
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public ApiServer Api { get; }

    public HttpClient Client { get; }

    public HttpClient Anonymous { get; }

    public static async Task<TestServer> StartAsync(IStore store, Func<ApiServerOptions, ApiServerOptions>? change = null)
    {
        var options = new ApiServerOptions
        {
            BindAddress = IPAddress.Loopback,
            SecurePort = 0,
            Tokens = [$"{Token},tester,1,\"system:masters\""],
            Random = new Random(1),
        };
        return new TestServer(await ApiServer.StartAsync(change is null ? options : change(options), store));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Anonymous.Dispose();
        await Api.DisposeAsync();
    }

    public Task<Reply> GetAsync(string path, string? accept = null) => SendAsync(HttpMethod.Get, path, null, null, accept);

    public Task<Reply> PostAsync(string path, string body, string contentType = "application/json") => SendAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body), contentType);

    public Task<Reply> PutAsync(string path, string body) => SendAsync(HttpMethod.Put, path, Encoding.UTF8.GetBytes(body), "application/json");

    public Task<Reply> PatchAsync(string path, string body, string kind = "merge-patch+json") => SendAsync(HttpMethod.Patch, path, Encoding.UTF8.GetBytes(body), "application/" + kind);

    public Task<Reply> DeleteAsync(string path, string? body = null) => SendAsync(HttpMethod.Delete, path, body is null ? null : Encoding.UTF8.GetBytes(body), "application/json");

    public async Task<Reply> SendAsync(HttpMethod method, string path, byte[]? body, string? contentType, string? accept = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var response = await Client.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    private static HttpClient NewClient(ApiServer server)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString() == server.Certificate.GetCertHashString();
        return new HttpClient(handler) { BaseAddress = server.Address, DefaultRequestVersion = HttpVersion.Version20 };
    }
}
