using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;

namespace Kctl.Edit;

/// <summary><c>kctl scale</c>.</summary>
internal static class ScaleVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("TYPE NAME... | TYPE/NAME... | NAME", "what to scale; a bare name is a deployment's");
        var replicas = Flags.Number("--replicas", "how many pods");
        var current = Flags.Number("--current-replicas", "only if there are this many now");
        var version = Flags.Named("--resource-version", "VERSION", "only if the object is unchanged since this version");
        var dryRun = Flags.DryRun();
        var (selector, all) = (Flags.Selector(), Flags.Switch("--all", "every object of the kind, in the namespace"));
        return new Verb(
            "scale", "Changes how many pods a deployment or replica set runs.",
            "kctl scale deployment web --replicas=30", "kctl scale --replicas=30 web", "kctl scale deploy/web deploy/api --replicas=2", "kctl scale deployment web --current-replicas=2 --replicas=3")
            .With(words, replicas, current, version, selector, all, dryRun)
            .Does(async (parse, ct) =>
            {
                var count = parse.GetValue(replicas) is { } given and >= 0 ? given : throw new CommandException("the --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0");
                var typed = parse.GetValue(words) ?? [];
                var named = typed is [var only] && !only.Contains('/') && parse.GetValue(selector) is null && !parse.GetValue(all) ? ["deployment", only] : typed;
                var dry = DryRuns.Parse(parse.GetValue(dryRun));
                foreach (var target in await Target.ParseAsync(named, session, "scale", ct))
                {
                    if (!target.Type.Subresources.Contains("scale"))
                    {
                        throw new CommandException($"{target.Type.Plural} cannot be scaled");
                    }

                    IReadOnlyList<string> names = target.Name is not null ? [target.Name]
                        : [.. (await target.ReadAsync(session, target.NamespaceIn(session), parse.GetValue(selector), null, ct)).Select(o => o.Name())];
                    foreach (var name in names)
                    {
                        await ScaleAsync(session, target.Type, name, count, parse.GetValue(current), parse.GetValue(version), dry, ct);
                        await session.Out.WriteLineAsync($"{target.Type.DisplayName}/{name} scaled{dry.Note()}");
                    }
                }
            });
    }

    private static async Task ScaleAsync(Session session, ResourceType type, string name, int replicas, int? expected, string? version, DryRun dry, CancellationToken ct)
    {
        var path = type.ObjectPath(type.Namespaced ? session.Namespace : null, name, "scale");
        if (dry == DryRun.Client)
        {
            await session.Api.GetAsync(path, ct);
            return;
        }

        var sent = QueryText.With(path, ("fieldManager", "kubectl-scale"), ("dryRun", dry.Query()));
        if (expected is null && version is null)
        {
            await session.Api.SendAsync(HttpMethod.Patch, sent, new JsonObject { ["spec"] = new JsonObject { ["replicas"] = replicas } }, ApplyPlan.Merge, ct);
            return;
        }

        var scale = await session.Api.GetAsync(path, ct);
        if (expected is { } before && (scale.Number("spec", "replicas") ?? 0) != before)
        {
            throw new CommandException($"Expected replicas to be {before}, was {scale.Number("spec", "replicas") ?? 0}");
        }

        if (version is not null && scale.Text("metadata", "resourceVersion") != version)
        {
            throw new CommandException($"Expected resource version to be {version}, was {scale.Text("metadata", "resourceVersion")}");
        }

        scale["spec"] = new JsonObject { ["replicas"] = replicas };
        await session.Api.SendAsync(HttpMethod.Put, sent, scale, RestApi.Json, ct);
    }
}
