using System.Formats.Tar;
using System.Text;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Client.Streaming;

namespace Kctl.Streams;

/// <summary>Carries files to and from a container through the tar in it. Nothing is kept in memory or on disk on the way.</summary>
internal sealed class ContainerFiles(Session session, JsonObject pod, string container)
{
    private const int BufferSize = 64 * 1024;
    private static readonly int[] s_notRun = [126, 127];

    /// <summary>Whether permissions are carried along.</summary>
    public bool Preserves { get; init; } = true;

    /// <summary>Copies a file or folder to the container; into the folder where the destination is one.</summary>
    public async Task UploadAsync(string source, string destination, CancellationToken ct)
    {
        if (!Path.Exists(source))
        {
            throw new CommandException($"{source} doesn't exist in local filesystem");
        }

        var folder = destination.TrimEnd('/');
        var target = await RunAsync(["test", "-d", destination], null, null, ct) == 0 ? $"{folder}/{Path.GetFileName(Path.GetFullPath(source).TrimEnd('/'))}" : folder;
        var slash = target.LastIndexOf('/');
        var into = slash > 0 ? target[..slash] : slash == 0 ? "/" : ".";
        string[] command = Preserves ? ["tar", "-xmf", "-", "-C", into] : ["tar", "--no-same-permissions", "--no-same-owner", "-xmf", "-", "-C", into];
        Check(await RunAsync(command, input => TarFolder.WriteAsync(source, target[(slash + 1)..], input, Warn, ct), null, ct));
    }

    /// <summary>Copies a file or folder from the container.</summary>
    public async Task DownloadAsync(string source, string destination, CancellationToken ct)
    {
        var unpacker = new Unpacker(destination, Preserves, Warn);
        Check(await RunAsync(["tar", "cf", "-", source], null, output => unpacker.UnpackAsync(source, output, ct), ct));
        if (unpacker.Count == 0)
        {
            throw new CommandException($"nothing came of {source}");
        }
    }

    private void Warn(string text) => session.Error.WriteLine($"warning: {text}");

    private void Check(int code)
    {
        if (s_notRun.Contains(code))
        {
            throw new CommandException(
                $"container {container} of pod {pod.Name()} has no tar, which cp needs; a single file can be had with: kctl exec {pod.Name()} -c {container} -- cat FILE > FILE");
        }

        if (code != 0)
        {
            session.Error.WriteLine($"command terminated with exit code {code}");
            throw new ExitException(code);
        }
    }

    /// <summary>Runs a command whose input is written and whose output is read by the given functions; the result is its exit code.</summary>
    private async Task<int> RunAsync(string[] command, Func<Stream, Task>? write, Func<Stream, Task>? read, CancellationToken ct)
    {
        var options = new CommandOptions { Stdin = write is not null, Stdout = true, Stderr = true };
        await using var remote = await RemoteCommand.StartAsync(session.Api.Streaming, RemotePath.Of(PodChoice.PathOf(pod, "exec"), container, options, command), options, ct);
        var errors = ReadErrorsAsync(remote.Stderr!, ct);
        var input = write is null ? Task.CompletedTask : FeedAsync(remote.Stdin!, write, ct);
        var damage = await TakeAsync(remote.Stdout!, read, ct);
        await input;
        var code = ExitCode(await remote.ResultAsync(ct));
        if (!s_notRun.Contains(code))
        {
            await session.Error.WriteAsync(await errors);
            _ = damage is null || code != 0 ? 0 : throw new CommandException($"what came from the container is no tar: {damage.Message}", damage);
        }

        return code;
    }

    private static int ExitCode(Kube.Api.Meta.V1.Status status) => CommandStatus.ExitCode(status)
        ?? (status.Message is { } message && message.Contains("exec", StringComparison.Ordinal) && (message.Contains("not found", StringComparison.Ordinal) || message.Contains("o such file", StringComparison.Ordinal))
            ? s_notRun[1]
            : throw new CommandException(status.Message ?? "the copy failed"));

    /// <summary>Reads the output; what is wrong with it counts only when the command says that all went well.</summary>
    private static async Task<Exception?> TakeAsync(Stream output, Func<Stream, Task>? read, CancellationToken ct)
    {
        Exception? damage = null;
        try
        {
            await (read?.Invoke(output) ?? Task.CompletedTask);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            damage = e;
        }

        var rest = new byte[BufferSize];
        while (await output.ReadAsync(rest, ct) > 0)
        {
            // The padding after the last entry, or what follows the damage.
        }

        return damage;
    }

    private static async Task FeedAsync(ChannelStream input, Func<Stream, Task> write, CancellationToken ct)
    {
        try
        {
            await using (var buffered = new BufferedStream(new KeptOpen(input), BufferSize))
            {
                await write(buffered);
            }

            await input.CompleteWritesAsync(ct);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The command took no more; its exit code says why.
        }
    }

    private static async Task<string> ReadErrorsAsync(Stream stream, CancellationToken ct)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(ct);
    }
}
