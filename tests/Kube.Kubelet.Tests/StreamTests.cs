using System.Security.Cryptography;
using System.Text;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Client.Streaming;
using Kube.Testing;

namespace Kube.Kubelet.Tests;

/// <summary>Commands, attachments and ports of pods on the real engine, through the kubelet's own HTTP server.</summary>
public sealed class StreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exec_InputOutputAndExitCode_AreExact()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = await RunAsync(node, "sleep 1000");
        await using var server = await StreamServer.StartAsync(node, pod);
        foreach (var start in (Func<KubeClient, string, CommandOptions, Task<RemoteCommand>>[])[WebSocketAsync, SpdyAsync])
        {
            await using var command = await start(server.Client, Exec("cat; echo done >&2; exit 3"), new() { Stdin = true, Stdout = true, Stderr = true });
            var sent = RandomNumberGenerator.GetBytes(3_000_000);
            var upload = UploadAsync(command.Stdin!, sent);
            var error = TextAsync(command.Stderr!);
            using var received = new MemoryStream();
            await command.Stdout!.CopyToAsync(received, Token);
            await upload;
            Assert.Equal(SHA256.HashData(sent), SHA256.HashData(received.ToArray()));
            Assert.Equal("done\n", await error);
            Assert.Equal(3, CommandStatus.ExitCode(await command.ResultAsync(Token)));
        }
    }

    [Fact]
    public async Task Exec_OnATerminal_HasTheClientsSize()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = await RunAsync(node, "sleep 1000");
        await using var server = await StreamServer.StartAsync(node, pod);
        await using var command = await WebSocketAsync(server.Client, Exec("read x; until busybox stty size | busybox grep '37 101'; do sleep 0.1; done; exit 5", "&tty=1"), new() { Stdin = true, Stdout = true, Tty = true });
        await command.ResizeAsync(new TerminalSize(101, 37), Token);
        await command.Stdin!.WriteAsync("\n"u8.ToArray(), Token);
        Assert.Contains("37 101", await TextAsync(command.Stdout!), StringComparison.Ordinal);
        Assert.Equal(5, CommandStatus.ExitCode(await command.ResultAsync(Token)));
    }

    [Fact]
    public async Task Exec_ProgramMissing_IsSaid()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = await RunAsync(node, "sleep 1000");
        await using var server = await StreamServer.StartAsync(node, pod);
        await using var command = await WebSocketAsync(server.Client, "/exec/default/web/main?command=nope&output=1&error=1", new() { Stdout = true, Stderr = true });
        Assert.Contains("exec: \"nope\": executable file not found", await TextAsync(command.Stdout!), StringComparison.Ordinal);

        // The engine's own word: 126 or 127, by its version.
        Assert.InRange(CommandStatus.ExitCode(await command.ResultAsync(Token)) ?? 0, 126, 127);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&tty=1")]
    public async Task Exec_ClientVanishes_CommandAndItsChildrenEnd(string tty)
    {
        await using var node = await DockerNode.StartAsync();
        var pod = await RunAsync(node, "sleep 1000");
        await using var server = await StreamServer.StartAsync(node, pod);
        var command = await WebSocketAsync(server.Client, Exec("trap '' HUP; sleep 4321 & echo up; sleep 4322", tty), new() { Stdin = true, Stdout = true, Tty = tty.Length > 0 });
        Assert.Equal((byte)'u', (byte)(await ReadAsync(command.Stdout!, 1))[0]);
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(10), () => Task.FromResult(CountProcesses("sleep\0432") is var started and < 2 ? $"{started} have started" : null));
        await command.DisposeAsync();
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(10), () => Task.FromResult(CountProcesses("sleep\0432") is var left and > 0 ? $"{left} are left" : null));
    }

    [Fact]
    public async Task Exec_FiftyAtOnce_AllAnswer()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = await RunAsync(node, "sleep 1000");
        await using var server = await StreamServer.StartAsync(node, pod);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            await using var command = await (i % 2 == 0 ? WebSocketAsync(server.Client, Exec($"echo {i}"), Output) : SpdyAsync(server.Client, Exec($"echo {i}"), Output));
            return await TextAsync(command.Stdout!);
        }));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i}\n"), answers);
    }

    [Fact]
    public async Task Attach_ToStdin_ReachesTheProcessAndItsEnd()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = await RunAsync(node, "while read line; do echo got $line; done; echo over", c => (c.Stdin, c.StdinOnce) = (true, true));
        await using var server = await StreamServer.StartAsync(node, pod);
        await using var attached = await WebSocketAsync(server.Client, "/attach/default/web/main?input=1&output=1&error=1", new() { Stdin = true, Stdout = true, Stderr = true });
        await attached.Stdin!.WriteAsync("one\n"u8.ToArray(), Token);
        Assert.Equal("got one\n", Encoding.UTF8.GetString(await ReadAsync(attached.Stdout!, 8)));
        await attached.Stdin.CompleteWritesAsync(Token);
        Assert.Equal("over\n", await TextAsync(attached.Stdout!));
        Assert.Equal(0, CommandStatus.ExitCode(await attached.ResultAsync(Token)));
    }

    [Fact]
    public async Task Attach_ClientVanishes_ContainerRunsOn()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = await RunAsync(node, "while read line; do echo got $line; done", c => c.Stdin = true);
        await using var server = await StreamServer.StartAsync(node, pod);
        for (var i = 0; i < 2; i++)
        {
            await using var attached = await SpdyAsync(server.Client, "/attach/default/web/main?input=1&output=1", new() { Stdin = true, Stdout = true });
            await attached.Stdin!.WriteAsync("one\n"u8.ToArray(), Token);
            Assert.Equal("got one\n", Encoding.UTF8.GetString(await ReadAsync(attached.Stdout!, 8)));
        }

        Assert.True(node.Newest(pod, "main").IsRunning);
    }

    [Fact]
    public async Task PortForward_ToLoopbackOnly_CarriesManyConnections()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = await RunAsync(node, "mkdir /w; busybox dd if=/dev/urandom of=/w/f bs=1k count=300; httpd -f -p 127.0.0.1:8080 -h /w");
        await using var server = await StreamServer.StartAsync(node, pod);
        await using var forward = await PortForward.ConnectAsync(server.Client, "/portForward/default/web", Token);
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(20), async () => (await GetAsync(forward, 8080)).Length > 300 * 1024 ? null : "not up");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => GetAsync(forward, 8080)));
        Assert.All(answers, a => Assert.Equal(300 * 1024, a.Length - Body(a)));
        Assert.Single(answers.Select(a => Convert.ToHexString(SHA256.HashData(a.AsSpan(Body(a))))).Distinct());
    }

    [Fact]
    public async Task PortForward_NobodyListens_SaysSo()
    {
        await using var node = await DockerNode.StartAsync();
        var pod = await RunAsync(node, "sleep 1000");
        await using var server = await StreamServer.StartAsync(node, pod);
        await using var forward = await PortForward.ConnectAsync(server.Client, "/portForward/default/web", Token);
        await using var connection = await forward.OpenAsync(81, Token);
        Assert.Contains("dial tcp4 127.0.0.1:81: connect: connection refused", await connection.ErrorAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_RotatedWhileFollowed_LoseNothing()
    {
        const int Lines = 200_000;
        await using var node = await DockerNode.StartAsync();
        var pod = await RunAsync(node, $"sleep 1; seq 1 {Lines}; sleep 1000");
        await using var server = await StreamServer.StartAsync(node, pod);
        using var answer = await server.Client.SendAsync(HttpMethod.Get, "/containerLogs/default/web/main?follow=true", ct: Token);
        using var log = new StreamReader(await answer.Content.ReadAsStreamAsync(Token));
        for (var i = 1; i <= Lines; i++)
        {
            Assert.Equal(i.ToString(System.Globalization.CultureInfo.InvariantCulture), await log.ReadLineAsync(Token));
        }
    }

    private static CommandOptions Output { get; } = new() { Stdout = true };

    private static string Exec(string script, string more = "") =>
        $"/exec/default/web/main?command=sh&command=-c&command={Uri.EscapeDataString(script)}&input=1&output=1&error=1{more}";

    private static Task<RemoteCommand> WebSocketAsync(KubeClient client, string path, CommandOptions options) => RemoteCommand.StartAsync(client, Asked(path, options), options, Token);

    private static Task<RemoteCommand> SpdyAsync(KubeClient client, string path, CommandOptions options) =>
        RemoteCommand.StartOverSpdyAsync(client, Asked(path, options), options, Token);

    private static string Asked(string path, CommandOptions options) =>
        options.Stdin ? path : path.Replace("&input=1", "", StringComparison.Ordinal).Replace("&error=1", options.Stderr ? "&error=1" : "", StringComparison.Ordinal);

    internal static async Task<Pod> RunAsync(DockerNode node, string script, Action<Container>? change = null)
    {
        var pod = new PodBuilder("web").Uid(Guid.NewGuid().ToString()).Image(DockerNode.Image).Build();
        pod.Status = null;
        pod.Metadata!.CreationTimestamp = DateTime.UnixEpoch;
        pod.Spec!.Containers![0].Command = ["sh", "-c", script];
        pod.Spec.TerminationGracePeriodSeconds = 1;
        change?.Invoke(pod.Spec.Containers[0]);
        node.Add(pod);
        await node.WaitRunningAsync(pod);
        return pod;
    }

    private static async Task UploadAsync(ChannelStream stdin, byte[] bytes)
    {
        await stdin.WriteAsync(bytes, Token);
        await stdin.CompleteWritesAsync(Token);
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int count)
    {
        var buffer = new byte[count];
        await stream.ReadExactlyAsync(buffer, Token);
        return buffer;
    }

    private static async Task<string> TextAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(Token);
    }

    private static async Task<byte[]> GetAsync(PortForward forward, int port)
    {
        await using var connection = await forward.OpenAsync(port, Token);
        await connection.Data.WriteAsync("GET /f HTTP/1.0\r\n\r\n"u8.ToArray(), Token);
        using var answer = new MemoryStream();
        await connection.Data.CopyToAsync(answer, Token);
        await connection.Data.CompleteWritesAsync(Token);
        return answer.ToArray();
    }

    private static int Body(byte[] answer) => answer.AsSpan().IndexOf("\r\n\r\n"u8) + 4;

    private static int CountProcesses(string commandLine) => Directory.EnumerateDirectories("/proc").Count(d =>
    {
        try
        {
            return char.IsDigit(Path.GetFileName(d)[0]) && File.ReadAllText($"{d}/cmdline").StartsWith(commandLine, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    });
}
