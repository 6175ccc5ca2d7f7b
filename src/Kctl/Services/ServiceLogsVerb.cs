using System.Globalization;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Logs;
using Kctl.Rollout;

namespace Kctl.Services;

/// <summary><c>kctl service logs</c>: what all pods of a service have written.</summary>
internal static class ServiceLogsVerb
{
    public static Verb Create(Session session)
    {
        var words = Flags.Words("SERVICE", "the service");
        var follow = Flags.Switch("--follow", "go on with what is written from now on", "-f");
        var tail = Flags.Named("--tail", "N", "only the last lines of each pod; all if not given");
        var since = Flags.Named("--since", "DURATION", "only what was written within this time: 10s, 5m");
        var timestamps = Flags.Switch("--timestamps", "the time before each line", "-t");
        var raw = Flags.Switch("--raw", "no names before the lines");
        return new Verb("logs", "Prints what the pods of a service have written.", "kctl service logs web", "kctl service logs -f --tail 5 web")
            .With(words, follow, tail, since, timestamps, raw)
            .Does(async (parse, ct) =>
            {
                var service = await new ServiceStore(session).GetAsync(ServiceWords.One(parse.GetValue(words)), ct);
                var logs = new LogsCommand(session)
                {
                    Follow = parse.GetValue(follow),
                    Prefix = !parse.GetValue(raw),
                    Query = (path, name) => QueryText.With(
                        path, ("container", name), ("follow", parse.GetValue(follow) ? "true" : null), ("timestamps", parse.GetValue(timestamps) ? "true" : null),
                        ("tailLines", parse.GetValue(tail) is { } lines and not "all" ? lines : null),
                        ("sinceSeconds", parse.GetValue(since) is { } text ? DockerUnits.Seconds(Durations.Parse(text, "--since")).ToString(CultureInfo.InvariantCulture) : null)),
                };
                await logs.RunAsync(await logs.SelectedAsync(Revisions.SelectorText(service.Deployment), ct), null, ct);
            });
    }
}
