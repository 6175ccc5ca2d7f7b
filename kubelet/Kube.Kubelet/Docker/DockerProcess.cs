using System.Net.Http.Json;
using Kube.Client.Streaming;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Docker;

/// <summary>One command in a container, or one attachment to it, over a hijacked connection.</summary>
/// <param name="docker">The engine.</param>
/// <param name="containerId">The container.</param>
/// <param name="execId">The command; null for an attachment.</param>
/// <param name="options">Its streams; Tty says whether there really is a terminal.</param>
/// <param name="time">The clock.</param>
internal sealed class DockerProcess(DockerConnection docker, string containerId, string? execId, CommandOptions options, TimeProvider time) : IContainerProcess
{
    private const int Looks = 100;
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private HijackedConnection? _connection;

    public async Task<int?> RunAsync(Stream? stdin, Stream? stdout, Stream? stderr, CancellationToken ct)
    {
        _connection = await ConnectAsync(ct);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var input = PumpInputAsync(stdin, ended.Token);
        try
        {
            await OutputSplitter.CopyAsync(_connection.Stream, stdout, stderr, !options.Tty, ct);
        }
        finally
        {
            await ended.CancelAsync();
            await input;
        }

        return execId is null ? null : await ExitCodeAsync(ct);
    }

    public async Task ResizeAsync(TerminalSize size, CancellationToken ct)
    {
        if (options.Tty && size is { Width: > 0, Height: > 0 })
        {
            await docker.PostAsync($"{(execId is null ? $"containers/{containerId}" : $"exec/{execId}")}/resize?h={size.Height}&w={size.Width}", ct);
        }
    }

    public async Task AbandonAsync()
    {
        if (execId is null)
        {
            return;
        }

        // The engine lets a command run on when nobody listens any more. It may not even have started yet: then it is waited for.
        using var patience = new CancellationTokenSource(s_patience, time);
        for (var look = 0; look < Looks; look++)
        {
            var exec = await docker.GetAsync($"exec/{execId}/json", DockerJson.Default.ExecJson, patience.Token);
            if (exec is { Running: true, Pid: > 0 })
            {
                await ProcessSession.EndAsync(exec.Pid, containerId, time, patience.Token);
                return;
            }

            if (exec.ExitCode is not null)
            {
                return;
            }

            await Task.Delay(s_look, time, patience.Token);
        }
    }

    public ValueTask DisposeAsync()
    {
        _connection?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<HijackedConnection> ConnectAsync(CancellationToken ct)
    {
        if (execId is null)
        {
            return await docker.HijackAsync(
                $"containers/{containerId}/attach?stream=1&stdin={Flag(options.Stdin)}&stdout={Flag(options.Stdout)}&stderr={Flag(options.Stderr || options.Tty)}&detachKeys={Uri.EscapeDataString(DockerStreams.NoDetachKeys)}",
                null,
                ct);
        }

        using var content = JsonContent.Create(new ExecStartBody { Tty = options.Tty }, DockerJson.Default.ExecStartBody);

        // The engine wants to know the length beforehand.
        await content.LoadIntoBufferAsync(ct);
        return await docker.HijackAsync($"exec/{execId}/start", content, ct);
    }

    private static int Flag(bool value) => value ? 1 : 0;

    // The end of the input is passed on. A client that has gone is no end of input: the container's stdin may outlive it.
    private async Task PumpInputAsync(Stream? stdin, CancellationToken ct)
    {
        try
        {
            if (stdin is not null)
            {
                await stdin.CopyToAsync(_connection!.Stream, ct);
                _connection.CloseWrite();
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Either end has gone; the output's end tells what is to be done.
        }
    }

    // The output may end a moment before the engine has seen the process end.
    private async Task<int?> ExitCodeAsync(CancellationToken ct)
    {
        for (var look = 0; look < Looks; look++)
        {
            var exec = await docker.GetAsync($"exec/{execId}/json", DockerJson.Default.ExecJson, ct);
            if (exec is { Running: false, ExitCode: { } code })
            {
                return code;
            }

            await Task.Delay(s_look, time, ct);
        }

        throw new RuntimeException("the command's output ended, but the command did not");
    }
}
