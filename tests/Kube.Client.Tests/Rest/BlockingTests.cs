using System.Net;
using System.Net.Sockets;
using System.Text;
using Kube.Api.Core.V1;

namespace Kube.Client.Tests.Rest;

public sealed class BlockingTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public BlockingTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task SendAsync_Blocking_HasTheAnswerWhenItReturns()
    {
        var served = AnswerAsync();
        using var client = Client(TimeSpan.FromSeconds(20));

        var sent = client.SendAsync(HttpMethod.Get, "/version", null, CancellationToken.None);

        Assert.True(sent.IsCompletedSuccessfully);
        using var answer = await sent;
        Assert.Equal("{}", await answer.Content.ReadAsStringAsync());
        Assert.StartsWith("GET /version HTTP/1.1\r\n", await served, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_BlockingAndServerSilent_TimesOut()
    {
        using var client = Client(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAsync<TimeoutException>(() => client.GetAsync<Pod>("ns", "a"));
    }

    [Fact]
    public async Task SendAsync_BlockingAndNobodyListens_SaysWhy()
    {
        using var client = Client(TimeSpan.FromSeconds(20));
        _listener.Stop();

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(HttpMethod.Get, "/", null, CancellationToken.None));

        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(error.InnerException).SocketErrorCode);
    }

    private KubeClient Client(TimeSpan timeout) =>
        new(new ClientConfig { Server = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"), Blocking = true, RequestTimeout = timeout }, TimeProvider.System);

    private async Task<string> AnswerAsync()
    {
        using var connection = await _listener.AcceptTcpClientAsync();
        var stream = connection.GetStream();
        var buffer = new byte[4096];
        var request = "";
        while (!request.EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            request += Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer));
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray());
        return request;
    }
}
