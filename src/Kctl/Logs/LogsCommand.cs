using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Streams;
using Kube.Client;

namespace Kctl.Logs;

/// <summary>Prints the logs of some pods, byte for byte; of several at a time whole lines.</summary>
internal sealed class LogsCommand(Session session)
{
    private readonly SemaphoreSlim _oneLine = new(1);
    private readonly PodChoice _choice = new(session);

    public bool Follow { get; init; }

    public bool EveryContainer { get; init; }

    public bool Prefix { get; init; }

    /// <summary>Whether a log that cannot be had is told of and the others go on.</summary>
    public bool IgnoreErrors { get; init; }

    /// <summary>How many logs may be followed at a time.</summary>
    public int MostStreams { get; init; } = int.MaxValue;

    /// <summary>Adds the flags to the path of a container's log.</summary>
    public required Func<string, string, string> Query { get; init; }

    public async Task<IReadOnlyList<JsonObject>> SelectedAsync(string labels, CancellationToken ct)
    {
        var found = await _choice.SelectedAsync(labels, null, ct);
        if (found.Count == 0)
        {
            await session.Error.WriteLineAsync($"No resources found in {session.Namespace} namespace.");
        }

        return found;
    }

    /// <summary>All pods of what the words name.</summary>
    public async Task<IReadOnlyList<JsonObject>> PodsAsync(string[] words, CancellationToken ct)
    {
        var pods = await _choice.PodsOfAsync(await _choice.ObjectAsync(words[0], "print the logs of", ct), ct);
        return pods.Count > 0 ? pods : throw new ExitException(await NoneAsync());
    }

    /// <summary>The pod the words name; of a workload the one that is most alive.</summary>
    public async Task<JsonObject> PodAsync(string[] words, CancellationToken ct)
    {
        var pods = await PodsAsync(words, ct);
        if (pods.Count > 1)
        {
            await session.Error.WriteLineAsync($"Found {pods.Count} pods, using pod/{pods[0].Name()}");
        }

        return pods[0];
    }

    public async Task RunAsync(IReadOnlyList<JsonObject> pods, string? container, CancellationToken ct)
    {
        var sources = pods.SelectMany(pod => Containers(pod, container).Select(name => (Pod: pod, Container: name))).ToList();
        if (Follow && sources.Count > MostStreams)
        {
            throw new CommandException($"you are attempting to follow {sources.Count} log streams, but maximum allowed concurrency is {MostStreams}, use --max-log-requests to increase the limit");
        }

        await session.Out.FlushAsync(ct);
        await using var output = session.Terminal.OpenOutput();
        if (Follow)
        {
            await FollowAsync(sources, output, ct);
            return;
        }

        foreach (var (pod, name) in sources)
        {
            await PrintAsync(pod, name, output, sources.Count > 1, ct);
        }
    }

    /// <summary>All at a time; where one fails that is the end of all.</summary>
    private async Task FollowAsync(List<(JsonObject Pod, string Container)> sources, Stream output, CancellationToken ct)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var logs = sources.Select(s => PrintAsync(s.Pod, s.Container, output, sources.Count > 1, failed.Token)).ToList();
        await foreach (var log in Task.WhenEach(logs))
        {
            if (log.IsFaulted)
            {
                await failed.CancelAsync();
                await Task.WhenAll(logs).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await log;
        }
    }

    private async Task<int> NoneAsync()
    {
        await session.Error.WriteLineAsync($"No resources found in {session.Namespace} namespace.");
        return 1;
    }

    private IReadOnlyList<string> Containers(JsonObject pod, string? wanted)
    {
        if (EveryContainer)
        {
            return [.. ((string[])["initContainers", "containers", "ephemeralContainers"]).SelectMany(list => pod.Objects("spec", list)).Select(c => c.Text("name") ?? "")];
        }

        var all = ContainerChoice.All(pod);
        return wanted is null || all.Contains(wanted)
            ? [ContainerChoice.Choose(pod, wanted, session.Error.WriteLine)]
            : throw new CommandException($"container {wanted} is not valid for pod {pod.Name()}{Suggestion.Tail(wanted, all)}");
    }

    private async Task PrintAsync(JsonObject pod, string container, Stream output, bool wholeLines, CancellationToken ct)
    {
        try
        {
            using var response = await session.Api.OpenAsync(Query(PodChoice.PathOf(pod, "log"), container), ct);
            var prefix = Prefix ? Encoding.UTF8.GetBytes($"[pod/{pod.Name()}/{container}] ") : [];
            await CopyAsync(PipeReader.Create(await response.Content.ReadAsStreamAsync(ct)), output, prefix, wholeLines, ct);
        }
        catch (Exception e) when (IgnoreErrors && e is ApiException or HttpRequestException or IOException)
        {
            await session.Error.WriteLineAsync(ErrorText.Of(e, session));
        }
    }

    private async Task CopyAsync(PipeReader log, Stream output, byte[] prefix, bool wholeLines, CancellationToken ct)
    {
        while (true)
        {
            var read = await log.ReadAsync(ct);
            var ready = (wholeLines || prefix.Length > 0) && !read.IsCompleted ? UpToLastLine(read.Buffer) : read.Buffer;
            if (!ready.IsEmpty)
            {
                await WriteAsync(ready, output, prefix, ct);
            }

            if (read.IsCompleted)
            {
                return;
            }

            log.AdvanceTo(ready.End, read.Buffer.End);
        }
    }

    private static ReadOnlySequence<byte> UpToLastLine(ReadOnlySequence<byte> bytes)
    {
        var rest = bytes;
        while (rest.PositionOf((byte)'\n') is { } end)
        {
            rest = rest.Slice(rest.GetPosition(1, end));
        }

        return bytes.Slice(0, rest.Start);
    }

    private async Task WriteAsync(ReadOnlySequence<byte> bytes, Stream output, byte[] prefix, CancellationToken ct)
    {
        await _oneLine.WaitAsync(ct);
        try
        {
            while (prefix.Length > 0 && !bytes.IsEmpty)
            {
                var line = bytes.PositionOf((byte)'\n') is { } end ? bytes.Slice(0, bytes.GetPosition(1, end)) : bytes;
                await output.WriteAsync((byte[])[.. prefix, .. line.ToArray()], ct);
                bytes = bytes.Slice(line.End);
            }

            foreach (var part in bytes)
            {
                await output.WriteAsync(part, ct);
            }

            await output.FlushAsync(ct);
        }
        finally
        {
            _oneLine.Release();
        }
    }
}
