using System.Security.Cryptography;
using System.Text;
using Kube.Client.Streaming;

namespace Kube.Client.Tests.Streaming;

public sealed class CommandTests
{
    private static readonly CommandOptions s_all = new() { Stdin = true, Stdout = true, Stderr = true };

    [Theory]
    [InlineData("websocket", StreamProtocols.V5)]
    [InlineData(StreamProtocols.Spdy, StreamProtocols.V4)]
    [InlineData(StreamProtocols.Spdy, StreamProtocols.V3)]
    [InlineData(StreamProtocols.Spdy, StreamProtocols.V2)]
    public async Task Stdin_HalfClosed_OutputAndStatusStillArrive(string upgrade, string protocol)
    {
        await using var pair = await ConnectAsync(upgrade, protocol, s_all);
        await pair.Client.Stdin!.WriteAsync("question"u8.ToArray());
        await pair.Client.Stdin.CompleteWritesAsync();
        Assert.Equal("question", await TextAsync(pair.Server.Stdin!));

        await pair.Server.Stdout!.WriteAsync("answer"u8.ToArray());
        await pair.Server.Stderr!.WriteAsync("complaint"u8.ToArray());
        var finish = pair.Server.FinishAsync(CommandStatus.Exited(0), Token);
        Assert.Equal("answer", await TextAsync(pair.Client.Stdout!));
        Assert.Equal("complaint", await TextAsync(pair.Client.Stderr!));
        Assert.Equal("Success", (await pair.Client.ResultAsync()).Result);
        await pair.Client.DisposeAsync();
        await finish;
    }

    [Theory]
    [InlineData("websocket", StreamProtocols.V5)]
    [InlineData("websocket", StreamProtocols.V4)]
    [InlineData("websocket", StreamProtocols.V4Base64)]
    [InlineData(StreamProtocols.Spdy, StreamProtocols.V4)]
    public async Task ExitCode_NotZero_ReachesTheClient(string upgrade, string protocol)
    {
        await using var pair = await ConnectAsync(upgrade, protocol, new() { Stdout = true });
        var finish = pair.Server.FinishAsync(CommandStatus.Exited(42), Token);
        Assert.Equal("", await TextAsync(pair.Client.Stdout!));
        Assert.Equal(42, CommandStatus.ExitCode(await pair.Client.ResultAsync()));
        await pair.Client.DisposeAsync();
        await finish;
    }

    [Theory]
    [InlineData("websocket", StreamProtocols.V5)]
    [InlineData(StreamProtocols.Spdy, StreamProtocols.V4)]
    public async Task Terminal_Resized_ServerSeesEachSize(string upgrade, string protocol)
    {
        await using var pair = await ConnectAsync(upgrade, protocol, new() { Stdin = true, Stdout = true, Stderr = true, Tty = true });
        Assert.Null(pair.Server.Stderr);
        await pair.Client.ResizeAsync(new TerminalSize(80, 24));
        await pair.Client.ResizeAsync(new TerminalSize(132, 43));
        await using var sizes = pair.Server.SizesAsync(Token).GetAsyncEnumerator(Token);
        Assert.True(await sizes.MoveNextAsync());
        Assert.Equal(new TerminalSize(80, 24), sizes.Current);
        Assert.True(await sizes.MoveNextAsync());
        Assert.Equal(new TerminalSize(132, 43), sizes.Current);
    }

    [Theory]
    [InlineData("websocket", StreamProtocols.V5)]
    [InlineData(StreamProtocols.Spdy, StreamProtocols.V4)]
    public async Task LargeData_BothWays_ArrivesWhole(string upgrade, string protocol)
    {
        const int Size = 8 * 1024 * 1024;
        await using var pair = await ConnectAsync(upgrade, protocol, s_all);
        var sent = RandomNumberGenerator.GetBytes(Size);
        var upload = UploadAsync(pair.Client.Stdin!, sent);
        var echo = EchoAsync(pair.Server);
        using var received = new MemoryStream();
        await pair.Client.Stdout!.CopyToAsync(received, Token);
        await upload;
        Assert.Equal(SHA256.HashData(sent), SHA256.HashData(received.ToArray()));
        await pair.Client.DisposeAsync();
        await echo;
    }

    [Theory]
    [InlineData("websocket", StreamProtocols.V5)]
    [InlineData(StreamProtocols.Spdy, StreamProtocols.V4)]
    public async Task Output_NobodyReads_WriterWaits(string upgrade, string protocol)
    {
        await using var pair = await ConnectAsync(upgrade, protocol, new() { Stdout = true });
        var chunk = new byte[64 * 1024];
        var sent = 0;
        var write = Task.CompletedTask;
        while (await FinishesAsync(write))
        {
            Assert.True((sent += chunk.Length) < 16 * 1024 * 1024, "so much was taken without anybody reading");
            write = pair.Server.Stdout!.WriteAsync(chunk, Token).AsTask();
        }

        var read = pair.Client.Stdout!.CopyToAsync(Stream.Null, Token);
        await write;
        var finish = pair.Server.FinishAsync(CommandStatus.Exited(0), Token);
        await read;
        await pair.Client.DisposeAsync();
        await finish;
    }

    [Theory]
    [InlineData("websocket", StreamProtocols.V5)]
    [InlineData(StreamProtocols.Spdy, StreamProtocols.V4)]
    public async Task Client_HangsUp_ServerKnows(string upgrade, string protocol)
    {
        await using var pair = await ConnectAsync(upgrade, protocol, s_all);
        var gone = new TaskCompletionSource();
        pair.Server.Gone.Register(gone.SetResult);
        await pair.Client.DisposeAsync();
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<IOException>(async () => await pair.Server.Stdout!.WriteAsync(new byte[1], Token));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<bool> FinishesAsync(Task write) =>
        await Task.WhenAny(write, Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Token)) == write;

    private static async Task UploadAsync(ChannelStream stdin, byte[] bytes)
    {
        await stdin.WriteAsync(bytes, Token);
        await stdin.CompleteWritesAsync(Token);
    }

    private static async Task EchoAsync(CommandSession server)
    {
        await server.Stdin!.CopyToAsync(server.Stdout!, Token);
        await server.FinishAsync(CommandStatus.Exited(0), Token);
    }

    private static async Task<string> TextAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Token);
    }

    private static async Task<Pair> ConnectAsync(string upgrade, string protocol, CommandOptions options)
    {
        var (client, server) = DuplexPair.Create();
        var offer = new UpgradeOffer(upgrade, "key", [protocol], [protocol]);
        var accept = CommandSession.AcceptAsync(server, offer, protocol, options, Token);
        var command = offer.IsWebSocket
            ? new RemoteCommand(CommandChannels.OverWebSocket(client, StreamRole.Client, protocol, options))
            : await RemoteCommand.OverSpdyAsync(client, protocol, options, Token);
        return new Pair(command, await accept);
    }

    private sealed record Pair(RemoteCommand Client, CommandSession Server) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
