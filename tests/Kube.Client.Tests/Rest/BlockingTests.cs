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

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", "abcde")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length:  3 \r\n\r\nabc", "abc")]
    [InlineData("HTTP/1.0 200 OK\r\n\r\nuntil the end", "until the end")]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\n", "")]
    public async Task SendAsync_AnswerInAnyForm_IsReadWhole(string answer, string body)
    {
        var served = AnswerAsync(answer);
        using var client = Client(TimeSpan.FromSeconds(20));

        using var response = await client.SendAsync(HttpMethod.Get, "/a b", null, CancellationToken.None);

        Assert.Equal(body, await response.Content.ReadAsStringAsync());
        Assert.StartsWith("GET /a%20b HTTP/1.1\r\n", await served, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SSH-2.0\r\n", "the server does not speak HTTP/1.1")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", "the server closed the connection before its answer was complete")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "the answer's body is broken: \"zz\" is no length")]
    [InlineData("", "the server closed the connection before its answer was complete")]
    public async Task SendAsync_BrokenAnswer_SaysWhy(string answer, string why)
    {
        var served = AnswerAsync(answer);
        using var client = Client(TimeSpan.FromSeconds(20));

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(HttpMethod.Get, "/", null, CancellationToken.None));

        Assert.Equal(why, error.Message);
        await served;
    }

    [Fact]
    public async Task SendAsync_HeaderWithLineBreak_IsNotSent()
    {
        using var client = new KubeClient(new ClientConfig { Server = new Uri("http://127.0.0.1:1"), Blocking = true, Token = "a\r\nX-Other: b" }, TimeProvider.System);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(HttpMethod.Get, "/", null, CancellationToken.None));
    }

    private KubeClient Client(TimeSpan timeout) =>
        new(new ClientConfig { Server = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"), Blocking = true, RequestTimeout = timeout }, TimeProvider.System);

    private async Task<string> AnswerAsync(string answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
    {
        using var connection = await _listener.AcceptTcpClientAsync();
        var stream = connection.GetStream();
        var buffer = new byte[4096];
        var request = "";
        while (!request.EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            request += Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer));
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        return request;
    }
}
