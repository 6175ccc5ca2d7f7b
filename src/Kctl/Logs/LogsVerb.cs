using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Rollout;
using Kube.Client;

namespace Kctl.Logs;

/// <summary><c>kctl logs</c>.</summary>
internal static class LogsVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("POD | TYPE/NAME [CONTAINER]", "the pod; of a deployment one of its pods is taken");
        var follow = Flags.Switch("--follow", "go on with what is written from now on", "-f");
        var previous = Flags.Switch("--previous", "of the container's run before this one", "-p");
        var container = Flags.Named("--container", "NAME", "the container, where the pod has several", "-c");
        var everyContainer = Flags.Switch("--all-containers", "of every container of the pod");
        var tail = new Option<int?>("--tail") { Description = "only the last lines; all if not given", HelpName = "N" };
        var since = Flags.Named("--since", "DURATION", "only what was written within this time: 10s, 5m");
        var sinceTime = Flags.Named("--since-time", "TIME", "only what was written after this time (RFC 3339)");
        var timestamps = Flags.Switch("--timestamps", "the time before each line");
        var limit = Flags.Number("--limit-bytes", "no more than this many bytes");
        var prefix = Flags.Switch("--prefix", "pod and container before each line");
        var selector = Flags.Selector();
        return new Verb(
            "logs", "Prints what a container has written.",
            "kctl logs web-6d4b75cb6d-abcde", "kctl logs deploy/web --tail 5", "kctl logs -f web-6d4b75cb6d-abcde", "kctl logs web-1 --previous -c front", "kctl logs -l app=web --prefix --since=1m")
            .With(words, follow, previous, container, everyContainer, tail, since, sinceTime, timestamps, limit, prefix, selector)
            .Does(async (parse, ct) =>
            {
                var command = new LogsCommand(session)
                {
                    Follow = parse.GetValue(follow),
                    EveryContainer = parse.GetValue(everyContainer),
                    Prefix = parse.GetValue(prefix),
                    Query = (path, name) => QueryText.With(
                        path, ("container", name),
                        ("follow", parse.GetValue(follow) ? "true" : null),
                        ("previous", parse.GetValue(previous) ? "true" : null),
                        ("timestamps", parse.GetValue(timestamps) ? "true" : null),
                        ("tailLines", parse.GetValue(tail) is { } lines and >= 0 ? lines.ToString(CultureInfo.InvariantCulture) : null),
                        ("sinceSeconds", parse.GetValue(since) is { } text ? Math.Max(1, (long)Math.Ceiling(Durations.Parse(text, "--since").TotalSeconds)).ToString(CultureInfo.InvariantCulture) : null),
                        ("sinceTime", parse.GetValue(sinceTime)),
                        ("limitBytes", parse.GetValue(limit)?.ToString(CultureInfo.InvariantCulture))),
                };
                var named = parse.GetValue(words) ?? [];
                var pods = parse.GetValue(selector) is { } labels ? await command.SelectedAsync(labels, ct) : [await command.PodAsync(named, ct)];
                await command.RunAsync(pods, parse.GetValue(container) ?? named.ElementAtOrDefault(1), ct);
            });
    }
}

/// <summary>Prints the logs of some pods.</summary>
internal sealed class LogsCommand(Session session)
{
    private readonly SemaphoreSlim _oneLine = new(1);

    public bool Follow { get; init; }

    public bool EveryContainer { get; init; }

    public bool Prefix { get; init; }

    /// <summary>Adds the flags to the path of a container's log.</summary>
    public required Func<string, string, string> Query { get; init; }

    public async Task<IReadOnlyList<JsonObject>> SelectedAsync(string labels, CancellationToken ct)
    {
        var pods = await session.Names.FindAsync("pods", ct);
        var found = await new Target(pods, null).ReadAsync(session, session.Namespace, labels, null, ct);
        if (found.Count == 0)
        {
            await session.Error.WriteLineAsync($"No resources found in {session.Namespace} namespace.");
        }

        return found;
    }

    /// <summary>The pod the words name; of a workload, the first of its pods that runs and is not on its way out.</summary>
    public async Task<JsonObject> PodAsync(string[] words, CancellationToken ct)
    {
        if (words.Length is 0 or > 2)
        {
            throw new CommandException("expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'");
        }

        var target = await Target.SingleAsync([words[0]], session, "print the logs of", ct, defaultType: "pods");
        var obj = await session.Api.GetAsync(target.Type.ObjectPath(target.NamespaceIn(session), target.Name!), ct);
        if (target.Type.Kind == "Pod")
        {
            return obj;
        }

        var selector = obj.At("spec", "selector", "matchLabels") is null ? string.Join(",", obj.Map("spec", "selector").Select(l => $"{l.Key}={l.Value}")) : Revisions.SelectorText(obj);
        var pods = selector.Length == 0 ? throw new CommandException($"{target.Type.DisplayName}/{target.Name} has no pods of its own") : await SelectedAsync(selector, ct);
        if (pods.Count == 0)
        {
            throw new ExitException(1);
        }

        var chosen = pods.OrderBy(p => p.Text("metadata", "deletionTimestamp") is null ? 0 : 1).ThenBy(p => p.Text("status", "phase") == "Running" ? 0 : 1).ThenBy(p => p.Time("metadata", "creationTimestamp")).First();
        if (pods.Count > 1)
        {
            await session.Error.WriteLineAsync($"Found {pods.Count} pods, using pod/{chosen.Name()}");
        }

        return chosen;
    }

    public async Task RunAsync(IReadOnlyList<JsonObject> pods, string? container, CancellationToken ct)
    {
        var sources = new List<(JsonObject Pod, string Container)>();
        foreach (var pod in pods)
        {
            sources.AddRange((await ContainersAsync(pod, container)).Select(c => (pod, c)));
        }

        if (Follow)
        {
            await Task.WhenAll(sources.Select(s => PrintAsync(s.Pod, s.Container, ct)));
            return;
        }

        foreach (var (pod, name) in sources)
        {
            await PrintAsync(pod, name, ct);
        }
    }

    private async Task<IReadOnlyList<string>> ContainersAsync(JsonObject pod, string? wanted)
    {
        var own = pod.Objects("spec", "containers").Select(c => c.Text("name") ?? "").ToList();
        var all = own.Concat(pod.Objects("spec", "initContainers").Select(c => c.Text("name") ?? "")).ToList();
        if (EveryContainer)
        {
            return all;
        }

        if (wanted is not null)
        {
            return all.Contains(wanted) ? [wanted] : throw new CommandException($"container {wanted} is not valid for pod {pod.Name()}{Suggestion.Tail(wanted, all)}");
        }

        var chosen = pod.Text("metadata", "annotations", "kubectl.kubernetes.io/default-container") is { } named && all.Contains(named) ? named : own.FirstOrDefault() ?? "";
        if (all.Count > 1)
        {
            await session.Error.WriteLineAsync($"Defaulted container \"{chosen}\" out of: {string.Join(", ", all)}");
        }

        return [chosen];
    }

    private async Task PrintAsync(JsonObject pod, string container, CancellationToken ct)
    {
        var path = $"/api/v1/namespaces/{Uri.EscapeDataString(pod.Namespace() ?? "")}/pods/{Uri.EscapeDataString(pod.Name())}/log";
        using var response = await session.Api.OpenAsync(Query(path, container), ct);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(ct));
        var prefix = Prefix ? $"[pod/{pod.Name()}/{container}] " : "";
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            await _oneLine.WaitAsync(ct);
            try
            {
                await session.Out.WriteAsync(prefix + line + "\n");
                if (Follow)
                {
                    await session.Out.FlushAsync(ct);
                }
            }
            finally
            {
                _oneLine.Release();
            }
        }
    }
}
