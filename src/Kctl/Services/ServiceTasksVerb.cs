using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;
using Kctl.Rollout;

namespace Kctl.Services;

/// <summary><c>kctl service ps</c>: the pods of services, in Docker's columns.</summary>
internal static class ServiceTasksVerb
{
    public static Verb Create(Session session)
    {
        var words = Flags.Words("SERVICE...", "the services");
        var quiet = Flags.Switch("--quiet", "only ids", "-q");
        var noTrunc = Flags.Switch("--no-trunc", "do not shorten errors");
        return new Verb("ps", "Lists the pods of services.", "kctl service ps web")
            .With(words, quiet, noTrunc)
            .Does(async (parse, ct) =>
            {
                var store = new ServiceStore(session);
                var rows = new List<IReadOnlyList<string>>();
                foreach (var name in ServiceWords.AtLeastOne(parse.GetValue(words)))
                {
                    var service = await store.GetAsync(name, ct);
                    var pods = await store.ListAsync("pods", ct, Revisions.SelectorText(service.Deployment));
                    rows.AddRange(pods.OrderBy(p => p.Time("metadata", "creationTimestamp")).Select(p => TaskRow.Of(p, session.Terminal.Time.GetUtcNow(), parse.GetValue(noTrunc))));
                }

                if (parse.GetValue(quiet))
                {
                    foreach (var row in rows)
                    {
                        await session.Out.WriteLineAsync(row[0]);
                    }

                    return;
                }

                new TextTable(session.Out, narrowest: DockerText.NarrowestColumn).Write([["ID", "NAME", "IMAGE", "NODE", "DESIRED STATE", "CURRENT STATE", "ERROR", "PORTS"], .. rows]);
            });
    }
}

/// <summary>Words that name services.</summary>
internal static class ServiceWords
{
    public static string[] AtLeastOne(string[]? words) => words is { Length: > 0 } some ? some : throw new CommandException("name a service; 'kctl service ls' lists them");

    public static string One(string[]? words) => AtLeastOne(words) is [var only] ? only : throw new CommandException($"one service at a time, not {words!.Length}");
}

/// <summary>A pod as a line of <c>service ps</c>. Pure.</summary>
internal static class TaskRow
{
    private const int ErrorLength = 40;

    public static IReadOnlyList<string> Of(JsonObject pod, DateTimeOffset now, bool whole)
    {
        var ending = pod.Text("metadata", "deletionTimestamp") is not null;
        var (state, since) = State(pod);
        var error = Error(pod);
        return
        [
            ServiceStore.IdOf(pod), pod.Name(), string.Join(",", pod.At("spec").Objects("containers").Select(c => c.Text("image"))), pod.Text("spec", "nodeName") ?? "",
            ending || state is "Complete" or "Failed" ? "Shutdown" : "Running", since is { } time ? $"{state} {DockerText.Duration(now - time).ToLowerInvariant()} ago" : state,
            error.Length == 0 ? "" : !whole && error.Length > ErrorLength ? $"\"{error[..ErrorLength]}…\"" : $"\"{error}\"",
            string.Join(",", pod.At("spec").Objects("containers").SelectMany(c => c.Objects("ports")).Where(p => p.Number("hostPort") > 0).Select(p => $"*:{p.Number("hostPort")}->{p.Number("containerPort")}/{(p.Text("protocol") ?? "TCP").ToLowerInvariant()}")),
        ];
    }

    private static (string State, DateTimeOffset? Since) State(JsonObject pod)
    {
        var created = pod.Time("metadata", "creationTimestamp");
        var ready = pod.Objects("status", "conditions").FirstOrDefault(c => c.Text("type") == "Ready");
        var running = pod.Objects("status", "containerStatuses").Select(s => s.Time("state", "running", "startedAt")).FirstOrDefault(t => t is not null);
        return pod.Text("status", "phase") switch
        {
            "Succeeded" => ("Complete", Ended(pod)),
            "Failed" => ("Failed", Ended(pod)),
            "Running" when ready.Text("status") == "True" => ("Running", running),
            "Running" => ("Starting", running ?? created),
            _ => (pod.Text("spec", "nodeName") is null ? "Pending" : "Preparing", created),
        };
    }

    private static DateTimeOffset? Ended(JsonObject pod) => pod.Objects("status", "containerStatuses").Select(s => s.Time("state", "terminated", "finishedAt")).Max();

    private static string Error(JsonObject pod)
    {
        var exit = pod.Objects("status", "containerStatuses").Select(s => s.Number("state", "terminated", "exitCode") ?? s.Number("lastState", "terminated", "exitCode")).FirstOrDefault(c => c is > 0);
        return exit is not null ? $"task: non-zero exit ({exit})" : StuckPod.Of(pod)?.Why ?? "";
    }
}
