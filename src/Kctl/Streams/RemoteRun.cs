using System.Threading.Channels;
using Kctl.App;
using Kube.Api.Meta.V1;
using Kube.Client.Streaming;

namespace Kctl.Streams;

/// <summary>Joins this terminal's streams with those of a command in a container, until that ends.</summary>
internal sealed class RemoteRun(Session session)
{
    private const int BufferSize = 32 * 1024;

    /// <summary>Whether the terminal is told twice of its size, once wrongly, so that a program that runs already paints its screen anew.</summary>
    public bool Repaint { get; init; }

    /// <summary>Whether the user's own terminal is lent to the command.</summary>
    public bool LendTerminal { get; init; }

    /// <summary>What the user reads once the streams are joined; null for nothing.</summary>
    public string? Greeting { get; init; }

    /// <summary>What of the user's wishes a terminal allows: one needs input, and that input to be a terminal.</summary>
    public static bool CanHaveTerminal(Session session, bool stdin, bool tty)
    {
        if (!tty || !stdin)
        {
            return false;
        }

        if (!session.Terminal.IsInputTerminal)
        {
            session.Error.WriteLine("Unable to use a TTY - input is not a terminal or the right kind of file");
            return false;
        }

        return true;
    }

    /// <summary>Runs to the end; the result is how the command ended.</summary>
    public async Task<Status> RunAsync(string path, CommandOptions options, CancellationToken ct)
    {
        await session.Out.FlushAsync(ct);
        await using var remote = await RemoteCommand.StartAsync(session.Api.Streaming, path, options, ct);
        using var raw = LendTerminal ? RawTerminal.Take() : null;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct, remote.Closed);
        if (Greeting is not null)
        {
            await session.Error.WriteLineAsync(LendTerminal ? Greeting + "\r" : Greeting);
        }

        var sizes = raw is null ? Task.CompletedTask : SendSizesAsync(raw, remote, ended.Token);
        var input = remote.Stdin is null ? Task.CompletedTask : SendInputAsync(remote.Stdin, ended.Token);
        try
        {
            await Task.WhenAll(ReceiveAsync(remote.Stdout, session.Terminal.OpenOutput, ct), ReceiveAsync(remote.Stderr, session.Terminal.OpenError, ct));
            return await remote.ResultAsync(ct);
        }
        finally
        {
            await ended.CancelAsync();
            await sizes;
            _ = input; // It may hang in a read from the terminal, which ends with the process.
        }
    }

    /// <summary>The exit code for how a command ended; what stands in its way is thrown.</summary>
    public static int ExitCode(Session session, Status status)
    {
        if (CommandStatus.ExitCode(status) is not { } code)
        {
            throw new CommandException(status.Message ?? "the command could not be run");
        }

        if (code != 0)
        {
            session.Error.WriteLine($"command terminated with exit code {code}");
        }

        return code;
    }

    private async Task SendSizesAsync(RawTerminal terminal, RemoteCommand remote, CancellationToken ct)
    {
        var sizes = Channel.CreateBounded<TerminalSize>(new BoundedChannelOptions(2) { FullMode = BoundedChannelFullMode.DropOldest });
        terminal.OnResize(size => sizes.Writer.TryWrite(size));
        if (RawTerminal.Size is { } now)
        {
            _ = !Repaint || sizes.Writer.TryWrite(new TerminalSize(now.Width + 1, now.Height + 1));
            sizes.Writer.TryWrite(now);
        }

        try
        {
            await foreach (var size in sizes.Reader.ReadAllAsync(ct))
            {
                await remote.ResizeAsync(size, ct);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The command has ended.
        }
    }

    private async Task SendInputAsync(ChannelStream stdin, CancellationToken ct)
    {
        try
        {
            await using var input = session.Terminal.OpenInput();
            var buffer = new byte[BufferSize];
            while (await input.ReadAsync(buffer, ct) is var read and > 0)
            {
                await stdin.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            await stdin.CompleteWritesAsync(ct);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The command has ended, or takes no more input.
        }
    }

    private static async Task ReceiveAsync(Stream? from, Func<Stream> open, CancellationToken ct)
    {
        if (from is null)
        {
            return;
        }

        await using var to = open();
        var buffer = new byte[BufferSize];
        while (await from.ReadAsync(buffer, ct) is var read and > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
            await to.FlushAsync(ct);
        }
    }
}
