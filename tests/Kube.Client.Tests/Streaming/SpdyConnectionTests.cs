using System.Text;
using Kube.Client.Streaming;

namespace Kube.Client.Tests.Streaming;

public sealed class SpdyConnectionTests
{
    private static readonly Dictionary<string, string> s_headers = new() { ["streamType"] = "data" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_Accepted_HeadersArriveInLowerCase()
    {
        await using var pair = Connect();
        await using var opened = await pair.Client.OpenAsync(s_headers, Token);
        var taken = await pair.Server.Incoming.ReadAsync(Token);
        Assert.Equal("data", taken.Headers["streamtype"]);
        Assert.Equal("data", taken.Header("streamType"));
        Assert.Equal("", taken.Header("none"));
    }

    [Fact]
    public async Task Dispose_BeforeTheEnd_ResetsTheOtherSide()
    {
        await using var pair = Connect();
        var opened = await pair.Client.OpenAsync(s_headers, Token);
        var taken = await pair.Server.Incoming.ReadAsync(Token);
        await opened.DisposeAsync();
        await Assert.ThrowsAsync<IOException>(async () => _ = await taken.ReadAsync(new byte[1], Token));
        await Assert.ThrowsAsync<IOException>(async () => await taken.WriteAsync(new byte[1], Token));
    }

    [Fact]
    public async Task Stream_NobodyReads_OthersGoOn()
    {
        await using var pair = Connect();
        var (stuck, busy) = (await pair.Client.OpenAsync(s_headers, Token), await pair.Client.OpenAsync(s_headers, Token));
        _ = await pair.Server.Incoming.ReadAsync(Token);
        var read = await pair.Server.Incoming.ReadAsync(Token);
        var waiting = stuck.WriteAsync(new byte[4 * SpdyConnection.Window], Token).AsTask();
        var sending = SendAsync(busy, new byte[4 * SpdyConnection.Window]);
        Assert.Equal(4 * SpdyConnection.Window, await CountAsync(read));
        await sending;
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task FiftyStreams_BothWaysAtOnce_ArriveWhole()
    {
        await using var pair = Connect();
        var echoes = EchoAllAsync(pair.Server, 50);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            await using var stream = await pair.Client.OpenAsync(s_headers, Token);
            var sending = SendAsync(stream, Enumerable.Repeat((byte)i, 100_000).ToArray());
            using var answer = new MemoryStream();
            await stream.CopyToAsync(answer, Token);
            await sending;
            return answer.ToArray();
        }));
        await echoes;
        Assert.All(answers.Index(), a => Assert.True(a.Item.Length == 100_000 && a.Item.All(b => b == a.Index)));
    }

    [Fact]
    public async Task Garbage_EndsTheConnection()
    {
        var (client, server) = DuplexPair.Create();
        await using var connection = SpdyConnection.Start(server, StreamRole.Server);
        await client.WriteAsync(Encoding.ASCII.GetBytes(new string('\u007f', 100)), Token);
        client.Dispose();
        Assert.False(await connection.Incoming.WaitToReadAsync(Token));
        Assert.True(connection.Closed.IsCancellationRequested);
    }

    [Fact]
    public async Task PortForward_PairsStreams_AndTellsErrors()
    {
        var (client, server) = DuplexPair.Create();
        await using var session = PortForwardSession.Accept(server, new UpgradeOffer(StreamProtocols.Spdy, null, [], []), StreamProtocols.PortForward, []);
        await using var forward = new PortForward(SpdyConnection.Start(client, StreamRole.Client));
        await using var connections = session.ConnectionsAsync(Token).GetAsyncEnumerator(Token);
        await using var first = await forward.OpenAsync(8080, Token);
        await using var second = await forward.OpenAsync(81, Token);
        Assert.True(await connections.MoveNextAsync());
        Assert.Equal(8080, connections.Current.Port);
        await connections.Current.Error.CompleteWritesAsync(Token);
        Assert.Null(await first.ErrorAsync(Token));
        Assert.True(await connections.MoveNextAsync());
        Assert.Equal(81, connections.Current.Port);
        await connections.Current.Error.WriteAsync("refused"u8.ToArray(), Token);
        await connections.Current.Error.CompleteWritesAsync(Token);
        Assert.Equal("refused", await second.ErrorAsync(Token));
    }

    [Theory]
    [InlineData("websocket", "v4.channel.k8s.io, v5.channel.k8s.io", StreamProtocols.V5)]
    [InlineData("WebSocket", "v4.channel.k8s.io", StreamProtocols.V4)]
    [InlineData("websocket", "", StreamProtocols.V1)]
    [InlineData("websocket", "other", null)]
    public void Offer_SubProtocols_BestCommonOneIsChosen(string upgrade, string offered, string? chosen) =>
        Assert.Equal(chosen, new UpgradeOffer(upgrade, "key", [offered], []).Choose(StreamProtocols.WebSocketCommands, StreamProtocols.V1));

    // The example of RFC 6455.
    [Fact]
    public void Offer_WebSocketKey_IsAnswered() => Assert.Equal("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", UpgradeOffer.AcceptKey("dGhlIHNhbXBsZSBub25jZQ=="));

    private static async Task SendAsync(SpdyStream stream, byte[] bytes)
    {
        await stream.WriteAsync(bytes, Token);
        await stream.CompleteWritesAsync(Token);
    }

    private static async Task<int> CountAsync(SpdyStream stream)
    {
        var (count, buffer) = (0, new byte[64 * 1024]);
        while (await stream.ReadAsync(buffer, Token) is var read and > 0)
        {
            count += read;
        }

        return count;
    }

    private static async Task EchoAllAsync(SpdyConnection server, int count)
    {
        var running = new List<Task>();
        for (var i = 0; i < count; i++)
        {
            running.Add(EchoAsync(await server.Incoming.ReadAsync(Token)));
        }

        await Task.WhenAll(running);
    }

    private static async Task EchoAsync(SpdyStream stream)
    {
        await stream.CopyToAsync(stream, Token);
        await stream.CompleteWritesAsync(Token);
    }

    private static Pair Connect()
    {
        var (client, server) = DuplexPair.Create();
        return new Pair(SpdyConnection.Start(client, StreamRole.Client), SpdyConnection.Start(server, StreamRole.Server));
    }

    private sealed record Pair(SpdyConnection Client, SpdyConnection Server) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
