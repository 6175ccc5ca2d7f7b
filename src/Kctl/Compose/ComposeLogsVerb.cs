using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Logs;
using Kctl.Services;

namespace Kctl.Compose;

/// <summary><c>kctl compose logs</c>.</summary>
internal static class ComposeLogsVerb
{
    public static Verb Create(Session session, ComposeFlags flags)
    {
        var words = Flags.Words("SERVICE...", "only of these services");
        var follow = Flags.Many("--follow", "", "go on with what is written from now on (-f FILE.yml names the compose file)", "-f");
        follow.ValueIfAlone = "true";
        var tail = Flags.Named("--tail", "N", "only the last lines of each pod; all if not given");
        var since = Flags.Named("--since", "DURATION", "only what was written within this time: 10s, 5m");
        var timestamps = Flags.Switch("--timestamps", "the time before each line", "-t");
        var bare = Flags.Switch("--no-log-prefix", "no names before the lines");
        return new Verb("logs", "Prints what the pods of the project have written.", "kctl compose -f examples/compose/docker-compose.yml logs --tail 5", "kctl compose -p shop logs -f web")
            .With(words, follow, tail, since, timestamps, bare)
            .Does(async (parse, ct) =>
            {
                var (files, services, following) = FollowOrFile(parse.GetValue(follow) ?? [], parse.GetValue(words) ?? []);
                var logs = new ProjectLogs(session, ProjectReader.ReadName(flags.Read(session, parse, files)))
                {
                    Follow = following,
                    Tail = parse.GetValue(tail) is { } lines and not "all" ? lines : null,
                    Since = parse.GetValue(since) is { } text ? Durations.Parse(text, "--since") : null,
                    Timestamps = parse.GetValue(timestamps),
                    Prefix = !parse.GetValue(bare),
                };
                await logs.RunAsync(services, ct);
            });
    }

    /// <summary>
    /// With docker compose, <c>-f</c> before the verb names a file and after it follows; here flags may stand anywhere. So the word after it decides: what ends
    /// as a YAML file does is one. Pure.
    /// </summary>
    internal static (IReadOnlyList<string> Files, IReadOnlyList<string> Services, bool Follow) FollowOrFile(string[] flags, string[] words)
    {
        var valued = flags.Where(f => f is not ("true" or "false")).ToList();
        var files = words.Where(w => w.EndsWith(".yml", StringComparison.Ordinal) || w.EndsWith(".yaml", StringComparison.Ordinal)).ToList();
        return ([.. valued, .. files], [.. words.Except(files)], flags.Count(f => f == "true") > files.Count);
    }
}

/// <summary>Prints the logs of a project's pods.</summary>
internal sealed class ProjectLogs(Session session, string project)
{
    public bool Follow { get; init; }

    public string? Tail { get; init; }

    public TimeSpan? Since { get; init; }

    public bool Timestamps { get; init; }

    public bool Prefix { get; init; } = true;

    public async Task RunAsync(IReadOnlyList<string> services, CancellationToken ct)
    {
        var logs = new LogsCommand(session)
        {
            Follow = Follow,
            Prefix = Prefix,
            Query = (path, name) => QueryText.With(
                path, ("container", name), ("follow", Follow ? "true" : null), ("timestamps", Timestamps ? "true" : null), ("tailLines", Tail),
                ("sinceSeconds", Since is { } since ? DockerUnits.Seconds(since).ToString(CultureInfo.InvariantCulture) : null)),
        };
        var pods = (await new ProjectObjects(session, project).PodsAsync(ct)).Where(p => services.Count == 0 || services.Contains(p.Text("metadata", "labels", ComposeProject.ServiceLabel))).ToList();
        if (pods.Count == 0)
        {
            await session.Error.WriteLineAsync($"No pods of project {project} found in {session.Namespace} namespace.");
        }

        await logs.RunAsync(pods.Where(HasLog).ToList(), null, ct);
    }

    /// <summary>A pod that waits for its image has written nothing, and asking for it would be an error.</summary>
    private static bool HasLog(JsonObject pod) => pod.Objects("status", "containerStatuses").Any(s => s.At("state", "waiting") is null || s.At("lastState", "terminated") is not null);
}
