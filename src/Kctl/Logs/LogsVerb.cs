using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Logs;

/// <summary><c>kctl logs</c>.</summary>
internal static class LogsVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("POD | TYPE/NAME [CONTAINER]", "the pod; of a deployment, job or the like one of its pods is taken");
        var flags = new LogsFlags();
        return new Verb(
            "logs", "Prints what a container has written.",
            "kctl logs web-6d4b75cb6d-abcde", "kctl logs deploy/web --tail 5", "kctl logs -f web-6d4b75cb6d-abcde", "kctl logs web-1 --previous -c front", "kctl logs -l app=web --prefix --since=1m",
            "kctl logs job/import --all-containers --timestamps", "kctl logs deploy/web --all-pods -f")
            .With([words, .. flags.All])
            .Does(async (parse, ct) =>
            {
                var named = parse.GetValue(words) ?? [];
                var labels = parse.GetValue(flags.Selector);
                Check(named, labels, parse, flags);
                var command = Command(session, parse, flags, labels is not null);
                IReadOnlyList<JsonObject> pods = labels is not null ? await command.SelectedAsync(labels, ct)
                    : parse.GetValue(flags.AllPods) ? await command.PodsAsync(named, ct)
                    : [await command.PodAsync(named, ct)];
                await command.RunAsync(pods, parse.GetValue(flags.Container) ?? named.ElementAtOrDefault(1), ct);
            });
    }

    private static LogsCommand Command(Session session, ParseResult parse, LogsFlags flags, bool many)
    {
        static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
        static string? On(bool wanted) => wanted ? "true" : null;
        var tail = parse.GetValue(flags.Tail) ?? (many ? LogsFlags.LinesOfMany : -1);
        var since = parse.GetValue(flags.Since) is { } text ? Durations.Parse(text, "--since") : (TimeSpan?)null;
        if (since <= TimeSpan.Zero)
        {
            throw new CommandException("--since must be greater than 0");
        }

        return new LogsCommand(session)
        {
            Follow = parse.GetValue(flags.Follow),
            EveryContainer = parse.GetValue(flags.AllContainers),
            Prefix = parse.Has(flags.Prefix) ? parse.GetValue(flags.Prefix) : parse.GetValue(flags.AllPods),
            IgnoreErrors = parse.GetValue(flags.IgnoreErrors),
            MostStreams = parse.GetValue(flags.MostStreams) ?? LogsFlags.DefaultMostStreams,
            Query = (path, name) => QueryText.With(
                path, ("container", name),
                ("follow", On(parse.GetValue(flags.Follow))),
                ("previous", On(parse.GetValue(flags.Previous))),
                ("timestamps", On(parse.GetValue(flags.Timestamps))),
                ("insecureSkipTLSVerifyBackend", On(parse.GetValue(flags.AnyCertificate))),
                ("tailLines", tail >= 0 ? Text(tail) : null),
                ("sinceSeconds", since is { } ago ? Text((int)Math.Max(1, Math.Ceiling(ago.TotalSeconds))) : null),
                ("sinceTime", parse.GetValue(flags.SinceTime)),
                ("limitBytes", Text(parse.GetValue(flags.Limit)))),
        };
    }

    private static void Check(string[] named, string? labels, ParseResult parse, LogsFlags flags)
    {
        var problem = labels is not null && named.Length > 0 ? "only a selector (-l) or a POD name is allowed"
            : labels is null && named.Length is 0 or > 2 ? "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command"
            : named.Length == 2 && parse.Has(flags.Container) ? "only one of -c or an inline [CONTAINER] arg is allowed"
            : parse.GetValue(flags.AllContainers) && (parse.GetValue(flags.Container) ?? named.ElementAtOrDefault(1)) is { } one ? $"--all-containers=true should not be specified with container name {one}"
            : parse.Has(flags.Since) && parse.Has(flags.SinceTime) ? "at most one of `sinceTime` or `sinceSeconds` may be specified"
            : parse.GetValue(flags.Limit) < 1 ? "--limit-bytes must be greater than 0"
            : parse.GetValue(flags.Tail) < -1 ? "--tail must be greater than or equal to -1"
            : null;
        if (problem is not null)
        {
            throw new CommandException(problem);
        }
    }
}
