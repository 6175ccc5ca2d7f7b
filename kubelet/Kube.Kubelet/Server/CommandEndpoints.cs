using Kube.Client.Streaming;
using Kube.Kubelet.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Server;

/// <summary>
/// Commands in containers, and attachments to them, by WebSocket or SPDY. Who hangs up ends the command; an attachment only lets go.
/// </summary>
internal sealed class CommandEndpoints(IPodSource nodes, TimeProvider time, ILogger<CommandEndpoints> logger)
{
    // How long a client may take to open its streams, and to hang up after the end.
    private static readonly TimeSpan s_opening = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_closing = TimeSpan.FromSeconds(5);

    public void Map(WebApplication app)
    {
        const string Container = "/{ns}/{pod}/{container}";
        app.MapMethods("/exec" + Container, ["GET", "POST"], (HttpContext http, string ns, string pod, string container) => ServeAsync(http, ns, pod, container, isExec: true));
        app.MapMethods("/attach" + Container, ["GET", "POST"], (HttpContext http, string ns, string pod, string container) => ServeAsync(http, ns, pod, container, isExec: false));
    }

    private async Task ServeAsync(HttpContext http, string ns, string podName, string name, bool isExec)
    {
        if (nodes.Find(ns, podName) is not var (pod, node))
        {
            await ConnectionUpgrade.RefuseAsync(http, StatusCodes.Status404NotFound, "pod does not exist");
            return;
        }

        if (ContainerFinder.Running(node, pod, name) is not { } container)
        {
            await ConnectionUpgrade.RefuseAsync(http, StatusCodes.Status404NotFound, $"container not found (\"{name}\")");
            return;
        }

        var query = http.Request.Query;
        string[] command = [.. query["command"].OfType<string>()];
        if (isExec && command.Length == 0)
        {
            await ConnectionUpgrade.RefuseAsync(http, StatusCodes.Status400BadRequest, "you must specify at least one command for the container");
            return;
        }

        var options = Options(query);
        if (options is { Stdin: false, Stdout: false, Stderr: false })
        {
            await ConnectionUpgrade.RefuseAsync(http, StatusCodes.Status400BadRequest, "you must specify at least 1 of stdin, stdout, stderr");
            return;
        }

        await UpgradeAsync(http, options, isExec ? "executing command in" : "attaching to", ct => isExec
            ? node.Streams.ExecAsync(container.Id, command, options, ct)
            : node.Streams.AttachAsync(container.Id, options, ct));
    }

    // On a terminal both outputs are one.
    private static CommandOptions Options(IQueryCollection query)
    {
        var tty = IsSet(query, "tty");
        return new CommandOptions
        {
            Stdin = IsSet(query, "input") || IsSet(query, "stdin"),
            Stdout = IsSet(query, "output") || IsSet(query, "stdout"),
            Stderr = !tty && (IsSet(query, "error") || IsSet(query, "stderr")),
            Tty = tty,
        };
    }

    private static bool IsSet(IQueryCollection query, string name) => query[name].ToString() is "1" or "true" or "True";

    private async Task UpgradeAsync(HttpContext http, CommandOptions options, string what, Func<CancellationToken, Task<IContainerProcess>> start)
    {
        var offer = ConnectionUpgrade.OfferOf(http.Request);
        var protocol = await ConnectionUpgrade.NegotiateAsync(http, offer, StreamProtocols.SpdyCommands, StreamProtocols.WebSocketCommands, StreamProtocols.V1);
        if (protocol is null)
        {
            return;
        }

        var transport = await ConnectionUpgrade.AcceptAsync(http, offer, protocol);
        try
        {
            using var opening = new CancellationTokenSource(s_opening, time);
            await using var session = await CommandSession.AcceptAsync(transport, offer, protocol, options, opening.Token);
            await RunAsync(session, what, start);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or OperationCanceledException)
        {
            // The client has gone, or never really came.
            logger.ClientLost(http.Request.Path, e.Message);
        }
    }

    private async Task RunAsync(CommandSession session, string what, Func<CancellationToken, Task<IContainerProcess>> start)
    {
        var status = CommandStatus.Exited(0);
        try
        {
            await using var process = await start(session.Gone);
            status = CommandStatus.Exited(await RunAsync(session, process) ?? 0);
        }
        catch (RuntimeException e)
        {
            status = CommandStatus.Failed($"error {what} container: {e.Message}");
        }

        using var closing = new CancellationTokenSource(s_closing, time);
        await session.FinishAsync(status, closing.Token);
    }

    private async Task<int?> RunAsync(CommandSession session, IContainerProcess process)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(session.Gone);
        var sizes = ResizeAsync(session, process, ended.Token);
        try
        {
            return await process.RunAsync(session.Stdin, session.Stdout, session.Stderr, session.Gone);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            await AbandonAsync(process);
            throw;
        }
        finally
        {
            await ended.CancelAsync();
            await sizes;
        }
    }

    private async Task AbandonAsync(IContainerProcess process)
    {
        try
        {
            await process.AbandonAsync();
        }
        catch (Exception e) when (e is RuntimeException or OperationCanceledException)
        {
            logger.CommandLeft(e.Message);
        }
    }

    private async Task ResizeAsync(CommandSession session, IContainerProcess process, CancellationToken ct)
    {
        try
        {
            await foreach (var size in session.SizesAsync(ct))
            {
                await ResizeAsync(process, size, ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The command has ended.
        }
    }

    private async Task ResizeAsync(IContainerProcess process, TerminalSize size, CancellationToken ct)
    {
        try
        {
            await process.ResizeAsync(size, ct);
        }
        catch (RuntimeException e)
        {
            logger.NotResized(e.Message);
        }
    }
}
