using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;
using Kube.Machinery.Yaml;

namespace Kctl.Edit;

/// <summary><c>kctl patch</c>.</summary>
internal static class PatchVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("TYPE NAME | TYPE/NAME", "what to patch");
        var patch = Flags.Named("--patch", "PATCH", "the patch in JSON or YAML", "-p");
        var file = Flags.Named("--patch-file", "FILE", "a file with the patch");
        var type = Flags.Named("--type", "strategic|merge|json", "how to read the patch; strategic if not given");
        var subresource = Flags.Named("--subresource", "NAME", "patch this part only: status, scale");
        var (dryRun, output) = (Flags.DryRun(), Flags.Output());
        return new Verb(
            "patch", "Changes fields of an object.",
            "kctl patch deployment web -p '{\"spec\":{\"progressDeadlineSeconds\":60}}'", "kctl patch pod web-1 --type=merge -p 'metadata: {labels: {tier: null}}'",
            "kctl patch deploy web --type=json -p '[{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":3}]'")
            .With(words, patch, file, type, subresource, dryRun, output)
            .Does(async (parse, ct) =>
            {
                var target = await Target.SingleAsync(parse.GetValue(words) ?? [], session, "patch", ct);
                var text = parse.GetValue(patch) ?? (parse.GetValue(file) is { } path ? await File.ReadAllTextAsync(path, ct) : throw new CommandException("must specify --patch or --patch-file containing the contents of the patch"));
                var body = Read(text);
                var dry = DryRuns.Parse(parse.GetValue(dryRun));
                var objectPath = target.Type.ObjectPath(target.NamespaceIn(session), target.Name!, parse.GetValue(subresource));
                var before = await session.Api.GetAsync(objectPath, ct);
                var after = dry == DryRun.Client ? before
                    : await session.Api.SendAsync(HttpMethod.Patch, QueryText.With(objectPath, ("fieldManager", "kubectl-patch"), ("dryRun", dry.Query())), body, ContentType(parse.GetValue(type), target.Type), ct);
                var report = new Report(session, parse.GetValue(output), dry);
                report.Done(after, JsonNode.DeepEquals(before, after) && dry == DryRun.None ? "patched (no change)" : "patched");
                report.Finish();
            });
    }

    private static JsonNode Read(string text)
    {
        try
        {
            return YamlJson.Read(text) ?? throw new CommandException("the patch is empty");
        }
        catch (YamlJsonException e)
        {
            throw new CommandException($"unable to parse the patch: {e.Message}", e);
        }
    }

    private static string ContentType(string? type, ResourceType resource) => type switch
    {
        null or "" or "strategic" => WireTypes.Find(resource.ApiVersion, resource.Kind) is null && string.IsNullOrEmpty(type) ? ApplyPlan.Merge : ApplyPlan.Strategic,
        "merge" => ApplyPlan.Merge,
        "json" => "application/json-patch+json",
        _ => throw new CommandException($"--type must be one of [json merge strategic], not \"{type}\"{Suggestion.Tail(type, ["json", "merge", "strategic"])}"),
    };
}
