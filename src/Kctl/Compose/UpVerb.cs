using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;

namespace Kctl.Compose;

/// <summary><c>kctl compose up</c>.</summary>
internal static class UpVerb
{
    public static Verb Create(Session session, ComposeFlags flags)
    {
        var words = Flags.Words("SERVICE...", "only these services and those they depend on; all if none is named");
        var detach = Flags.Switch("--detach", "do not wait until all is ready; what another service waits for is waited for all the same", "-d");
        var wait = Flags.Switch("--wait", "wait until all is ready, which is what happens without -d");
        var follow = Flags.Switch("--follow", "then go on with the logs, until Ctrl-C");
        var scale = Flags.Many("--scale", "SERVICE=N", "how many pods of a service, in place of what the file says");
        var recreate = Flags.Switch("--force-recreate", "replace pods even where nothing changed");
        var timeout = Flags.Named("--timeout", "DURATION", "give up waiting after this long; what was begun goes on", "-t");
        var dryRun = Flags.DryRun();
        return new Verb(
            "up", "Makes the cluster look like the compose file: creates, changes, and takes away what has left the file. Services start in the order of depends_on.",
            "kctl compose -f examples/compose/docker-compose.yml up", "kctl compose -f examples/compose/docker-compose.yml up -d", "kctl compose -f examples/compose/docker-compose.yml up --dry-run", "kctl compose -f examples/compose/docker-compose.yml up --scale front=5")
            .With(words, detach, wait, follow, scale, recreate, timeout, dryRun)
            .Does(async (parse, ct) =>
            {
                var project = ProjectReader.Read(flags.Read(session, parse));
                await ComposeReport.WriteAsync(session, project);
                Scaling.Apply(project, parse.GetValue(scale) ?? []);
                var up = new UpCommand(session, project)
                {
                    Only = parse.GetValue(words) ?? [],
                    DryRun = DryRuns.Parse(parse.GetValue(dryRun)),
                    Wait = !parse.GetValue(detach) || parse.GetValue(wait),
                    Recreate = parse.GetValue(recreate),
                    Timeout = parse.GetValue(timeout) is { } text ? Durations.Parse(text, "--timeout") : TimeSpan.Zero,
                };
                await up.RunAsync(ct);
                if (parse.GetValue(follow) && up.DryRun == DryRun.None)
                {
                    await new ProjectLogs(session, project.Name) { Follow = true }.RunAsync([], ct);
                }
            });
    }
}

/// <summary><c>--scale web=3</c>.</summary>
internal static class Scaling
{
    public static void Apply(ComposeProject project, string[] words)
    {
        foreach (var word in words)
        {
            var (name, text) = word.Split('=') is [var n, var c] ? (n, c) : throw new CommandException($"--scale \"{word}\" is not SERVICE=N");
            var service = project.Services.FirstOrDefault(s => s.Name == name) ?? throw new CommandException($"--scale: no such service: {name}{Suggestion.Tail(name, project.Services.Select(s => s.Name))}");
            service.Definition.Replicas = int.TryParse(text, out var count) && count >= 0 ? count : throw new CommandException($"--scale \"{word}\": \"{text}\" is not a number of pods");
        }
    }
}
