using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Kube.ApiServer.Tests;

/// <summary>A client that asks for another protocol by hand, and has the connection to itself after.</summary>
internal sealed class RawUpgrade : IAsyncDisposable
{
    private readonly TcpClient _tcp = new();
    private SslStream _stream = null!;

    /// <summary>The answer's status line and headers.</summary>
    public string Head { get; private set; } = "";

    public int Code => int.Parse(Head.Split(' ')[1]);

    /// <summary>Sends the head of a request; what is in <paramref name="more"/> are further lines of it.</summary>
    public static async Task<RawUpgrade> OpenAsync(TestServer server, string request, string more = "", string? token = TestServer.Token)
    {
        var client = new RawUpgrade();
        await client._tcp.ConnectAsync(server.Api.Address.Host, server.Api.Port, TestContext.Current.CancellationToken);
        client._stream = new SslStream(client._tcp.GetStream());
        await client._stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ApplicationProtocols = [SslApplicationProtocol.Http11],
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString() == server.Api.Certificate.GetCertHashString(),
        }, TestContext.Current.CancellationToken);
        var credentials = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        await client.SendAsync($"{request} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n{credentials}{more}\r\n");
        client.Head = await client.ReadHeadAsync();
        return client;
    }

    public Task SendAsync(string text) => _stream.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken).AsTask();

    public async Task<string> ReadAsync(int length)
    {
        var bytes = new byte[length];
        await _stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(bytes);
    }

    public async Task<string> ReadToEndAsync()
    {
        using var text = new StreamReader(_stream, leaveOpen: true);
        return await text.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Has no more to say; listens on.</summary>
    public Task EndSendingAsync() => _stream.ShutdownAsync();

    /// <summary>Vanishes.</summary>
    public void Reset() => _tcp.Client.Close(0);

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _tcp.Dispose();
    }

    private async Task<string> ReadHeadAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await _stream.ReadAsync(one, TestContext.Current.CancellationToken) > 0)
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
