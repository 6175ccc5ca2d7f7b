using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;
using Kctl.Services;

namespace Kctl.Compose;

/// <summary><c>kctl compose ps</c>: the project's pods, in Docker's columns.</summary>
internal static class PsVerb
{
    public static Verb Create(Session session, ComposeFlags flags)
    {
        var words = Flags.Words("SERVICE...", "only of these services");
        var all = Flags.Switch("--all", "those that have ended too", "-a");
        var quiet = Flags.Switch("--quiet", "only names", "-q");
        var services = Flags.Switch("--services", "only the names of the services");
        return new Verb("ps", "Lists the pods of the project.", "kctl compose -f examples/compose/docker-compose.yml ps", "kctl compose -p shop ps -a")
            .With(words, all, quiet, services)
            .Does(async (parse, ct) =>
            {
                var name = ProjectReader.ReadName(flags.Read(session, parse));
                var named = parse.GetValue(words) ?? [];
                var objects = new ProjectObjects(session, name);
                var pods = (await objects.PodsAsync(ct))
                    .Where(p => named.Length == 0 || named.Contains(ServiceOf(p)))
                    .Where(p => parse.GetValue(all) || p.Text("status", "phase") is not ("Succeeded" or "Failed")).ToList();
                if (parse.GetValue(quiet) || parse.GetValue(services))
                {
                    foreach (var line in pods.Select(p => parse.GetValue(quiet) ? p.Name() : ServiceOf(p)).Distinct())
                    {
                        await session.Out.WriteLineAsync(line);
                    }

                    return;
                }

                var published = (await objects.AllAsync(ct)).Where(o => o.Type.Kind == "Service").ToDictionary(o => o.Object.Name(), o => PublishedText.Column(o.Object), StringComparer.Ordinal);
                var now = session.Terminal.Time.GetUtcNow();
                new TextTable(session.Out, narrowest: DockerText.NarrowestColumn).Write(
                    [["NAME", "IMAGE", "COMMAND", "SERVICE", "CREATED", "STATUS", "PORTS"], .. pods.Select(p => PodRow.Of(p, published.GetValueOrDefault(ServiceOf(p)) ?? "", now))]);
            });
    }

    private static string ServiceOf(JsonObject pod) => pod.Text("metadata", "labels", ComposeProject.ServiceLabel) ?? "";
}

/// <summary>A pod as a line of <c>compose ps</c>. Pure.</summary>
internal static class PodRow
{
    private const int CommandLength = 20;

    public static IReadOnlyList<string> Of(JsonObject pod, string ports, DateTimeOffset now)
    {
        var container = pod.At("spec").Objects("containers") is [var first, ..] ? first : null;
        var command = string.Join(' ', container.Texts("command").Concat(container.Texts("args")));
        var created = pod.Time("metadata", "creationTimestamp") ?? now;
        return
        [
            pod.Name(), container.Text("image") ?? "", command.Length == 0 ? "" : $"\"{(command.Length > CommandLength ? command[..(CommandLength - 1)] + "…" : command)}\"",
            pod.Text("metadata", "labels", ComposeProject.ServiceLabel) ?? "", $"{DockerText.Duration(now - created)} ago", Status(pod, now), ports,
        ];
    }

    private static string Status(JsonObject pod, DateTimeOffset now)
    {
        var status = pod.Objects("status", "containerStatuses") is [var first, ..] ? first : null;
        if (status.Time("state", "terminated", "finishedAt") is { } ended)
        {
            return $"Exited ({status.Number("state", "terminated", "exitCode") ?? 0}) {DockerText.Duration(now - ended)} ago";
        }

        if (status.Time("state", "running", "startedAt") is not { } started)
        {
            return status.Text("state", "waiting", "reason") ?? "Created";
        }

        var checkedUp = pod.At("spec").Objects("containers").Any(c => c["readinessProbe"] is not null);
        var health = !checkedUp ? "" : status.Flag("ready") ? " (healthy)" : status.Flag("started") ? " (unhealthy)" : " (health: starting)";
        return $"Up {DockerText.Duration(now - started)}{health}";
    }
}
