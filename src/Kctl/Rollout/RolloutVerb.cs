using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Describe;
using Kctl.Manifests;
using Kctl.Printing;

namespace Kctl.Rollout;

/// <summary><c>kctl rollout</c>: status, history, undo, pause, resume, restart.</summary>
internal static class RolloutVerb
{
    public static Command Create(Session session) => new Verb(
        "rollout", "Looks after the roll-out of a deployment, daemon set or stateful set.",
        "kctl rollout status deployment/web", "kctl rollout history deployment/web", "kctl rollout undo deployment/web", "kctl rollout restart deployment/web")
        .With(Status(session), History(session), Undo(session), Pause(session, paused: true), Pause(session, paused: false), Restart(session));

    private static Argument<string[]> Words() => Flags.Words("TYPE NAME | TYPE/NAME", "the deployment, daemon set or stateful set");

    private static async Task<(Target Target, string? Namespace, JsonObject Deployment)> ReadAsync(Session session, string[]? words, string doing, CancellationToken ct)
    {
        var target = await Target.SingleAsync(words ?? [], session, doing, ct);
        if (!RolloutState.IsKnown(target.Type.Kind))
        {
            throw new CommandException($"no roll-outs are known of {target.Type.Plural}, only of deployments, daemonsets and statefulsets");
        }

        var ns = target.NamespaceIn(session);
        return (target, ns, await session.Api.GetAsync(target.Type.ObjectPath(ns, target.Name!), ct));
    }

    private static Verb Status(Session session)
    {
        var words = Words();
        var watch = new Option<bool>("--watch", "-w") { Description = "wait until it is done; on unless --watch=false", DefaultValue = true };
        var timeout = Flags.Named("--timeout", "DURATION", "how long to wait; 0s waits as long as it takes");
        var revision = Flags.Number("--revision", "stop with an error when another revision is rolled out in its place");
        return new Verb("status", "Waits until a roll-out is done and says how far it is.", "kctl rollout status deployment/web", "kctl rollout status deploy/web --timeout=60s")
            .With(words, watch, timeout, revision).Does(async (parse, ct) =>
            {
                var (target, ns, deployment) = await ReadAsync(session, parse.GetValue(words), "show the roll-out of", ct);
                if (parse.GetValue(revision) is { } wanted and > 0 && deployment.Text("metadata", "annotations", Revision.Annotation) is { } current && current != wanted.ToString(CultureInfo.InvariantCulture))
                {
                    throw new CommandException($"desired revision ({wanted}) is different from the running revision ({current})");
                }

                if (!parse.GetValue(watch))
                {
                    await session.Out.WriteLineAsync(RolloutState.Of(deployment).StatusLine());
                    return;
                }

                var limit = parse.GetValue(timeout) is { } text ? Durations.Parse(text, "--timeout") : TimeSpan.Zero;
                string? last = null;
                await new RolloutWait(session, target.Type).RunAsync(ns, target.Name!, limit, async state =>
                {
                    if (state.StatusLine() != last)
                    {
                        await session.Out.WriteLineAsync(last = state.StatusLine());
                    }
                }, ct);
            });
    }

    private static Verb History(Session session)
    {
        var words = Words();
        var revision = Flags.Named("--revision", "N", "show the pod template of this revision");
        return new Verb("history", "Shows the revisions of a deployment.", "kctl rollout history deployment/web", "kctl rollout history deployment/web --revision=2")
            .With(words, revision).Does(async (parse, ct) =>
            {
                var (target, _, deployment) = await ReadAsync(session, parse.GetValue(words), "show the history of", ct);
                var revisions = await Revisions.OfAsync(session, deployment, ct);
                var name = $"{target.Type.DisplayName}/{target.Name}";
                if (parse.GetValue(revision) is { } text)
                {
                    var one = Revisions.Choose(revisions, Number(text));
                    await session.Out.WriteLineAsync($"{name} with revision #{one.Number}");
                    var writer = new DescribeWriter(session.Out);
                    writer.Line(0, "Pod Template:");
                    PodTemplateText.Write(writer, 1, (JsonObject)one.ReplicaSet.At("spec", "template")!);
                    return;
                }

                await session.Out.WriteLineAsync($"{name} ");
                if (revisions.Count == 0)
                {
                    await session.Out.WriteLineAsync("No rollout history found.");
                    return;
                }

                new TextTable(session.Out, gap: 2).Write([["REVISION", "CHANGE-CAUSE"], .. revisions.Select(r => (IReadOnlyList<string>)[r.Number.ToString(CultureInfo.InvariantCulture), TextTable.Clean(r.ChangeCause)])]);
                await session.Out.WriteLineAsync();
            });
    }

    private static Verb Undo(Session session)
    {
        var words = Words();
        var revision = Flags.Named("--to-revision", "N", "the revision to go back to; the one before if not given");
        var dryRun = Flags.DryRun();
        return new Verb("undo", "Goes back to an earlier revision.", "kctl rollout undo deployment/web", "kctl rollout undo deployment/web --to-revision=3")
            .With(words, revision, dryRun).Does(async (parse, ct) =>
            {
                var (target, ns, deployment) = await ReadAsync(session, parse.GetValue(words), "undo", ct);
                var name = $"{target.Type.DisplayName}/{target.Name}";
                if (deployment.Flag("spec", "paused"))
                {
                    throw new CommandException($"you cannot rollback a paused deployment; resume it first with 'kctl rollout resume {name}' and try again");
                }

                var dry = DryRuns.Parse(parse.GetValue(dryRun));
                var chosen = Revisions.Choose(await Revisions.OfAsync(session, deployment, ct), parse.GetValue(revision) is { } text ? Number(text) : 0);
                if (Revisions.IsCurrent(deployment, chosen))
                {
                    await session.Out.WriteLineAsync($"{name} skipped rollback (current template already matches revision {chosen.Number})");
                    return;
                }

                if (dry != DryRun.Client)
                {
                    var path = QueryText.With(target.Type.ObjectPath(ns, target.Name!), ("fieldManager", "kubectl-rollout"), ("dryRun", dry.Query()));
                    await session.Api.SendAsync(HttpMethod.Patch, path, Revisions.UndoPatch(deployment, chosen), "application/json-patch+json", ct);
                }

                await session.Out.WriteLineAsync($"{name} rolled back{dry.Note()}");
            });
    }

    private static Verb Pause(Session session, bool paused)
    {
        var words = Words();
        var (verb, done) = paused ? ("pause", "paused") : ("resume", "resumed");
        return new Verb(verb, paused ? "Stops a roll-out where it is; changes are collected until it is resumed." : "Goes on with a paused roll-out.", $"kctl rollout {verb} deployment/web")
            .With(words).Does(async (parse, ct) =>
            {
                var (target, ns, deployment) = await ReadAsync(session, parse.GetValue(words), verb, ct);
                if (target.Type.Kind != "Deployment")
                {
                    throw new CommandException($"{target.Type.Plural}.apps \"{target.Name}\" {(paused ? "pausing" : "resuming")} is not supported");
                }

                if (deployment.Flag("spec", "paused") == paused)
                {
                    throw new CommandException($"{target.Type.GroupResource} \"{target.Name}\" is {(paused ? "already paused" : "not paused")}");
                }

                await PatchAsync(session, target, ns, new JsonObject { ["spec"] = new JsonObject { ["paused"] = paused ? true : null } }, ct);
                await session.Out.WriteLineAsync($"{target.Type.DisplayName}/{target.Name} {done}");
            });
    }

    private static Verb Restart(Session session)
    {
        var words = Words();
        return new Verb("restart", "Replaces all pods step by step, with the same template.", "kctl rollout restart deployment/web")
            .With(words).Does(async (parse, ct) =>
            {
                var (target, ns, deployment) = await ReadAsync(session, parse.GetValue(words), "restart", ct);
                if (deployment.Flag("spec", "paused"))
                {
                    throw new CommandException($"can't restart paused deployment (run rollout resume first)");
                }

                var now = session.Terminal.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
                var annotation = new JsonObject { ["kubectl.kubernetes.io/restartedAt"] = now };
                await PatchAsync(session, target, ns, new JsonObject { ["spec"] = new JsonObject { ["template"] = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = annotation } } } }, ct);
                await session.Out.WriteLineAsync($"{target.Type.DisplayName}/{target.Name} restarted");
            });
    }

    private static Task<JsonObject> PatchAsync(Session session, Target target, string? ns, JsonObject patch, CancellationToken ct) =>
        session.Api.SendAsync(HttpMethod.Patch, QueryText.With(target.Type.ObjectPath(ns, target.Name!), ("fieldManager", "kubectl-rollout")), patch, ApplyPlan.Strategic, ct);

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new CommandException($"\"{text}\" is not the number of a revision");
}
