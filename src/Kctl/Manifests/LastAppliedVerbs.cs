using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Edit;
using Kctl.Printing;

namespace Kctl.Manifests;

/// <summary><c>kctl apply view-last-applied|edit-last-applied|set-last-applied</c>: the memory client-side apply has of what it applied.</summary>
internal static class LastAppliedVerbs
{
    public static Verb View(Session session)
    {
        var words = Flags.Words("TYPE NAME... | TYPE/NAME...", "what to look at");
        var output = Flags.Named("--output", "yaml|json", "how it is written; yaml if not given", "-o");
        var objects = new ObjectFlags("view");
        return new Verb("view-last-applied", "Shows what was applied last.", "kctl apply view-last-applied deployment/web", "kctl apply view-last-applied -f web.yaml -o json")
            .With(words, output).With(objects.All).Does(async (parse, ct) =>
            {
                var asJson = AsJson(parse.GetValue(output));
                foreach (var found in await objects.FindAsync(session, parse, parse.GetValue(words) ?? [], ct))
                {
                    await session.Out.WriteAsync(EditFile.Body([AppliedOrError(found)], asJson));
                }
            });
    }

    public static Verb Edit(Session session)
    {
        var words = Flags.Words("TYPE NAME... | TYPE/NAME...", "what to edit");
        var output = Flags.Named("--output", "yaml|json", "how it is written; yaml if not given", "-o");
        var objects = new ObjectFlags("edit");
        return new Verb("edit-last-applied", "Edits what was applied last, without changing the object itself.", "kctl apply edit-last-applied deployment/web")
            .With(words, output).With(objects.All).Does(async (parse, ct) =>
            {
                var found = await objects.FindAsync(session, parse, parse.GetValue(words) ?? [], ct);
                return await new EditorLoop(session, AsJson(parse.GetValue(output))).RunAsync([.. found.Select(AppliedOrError)], async edited =>
                {
                    foreach (var obj in edited)
                    {
                        var original = found.FirstOrDefault(f => f.Object.Text("kind") == obj.Text("kind") && f.Object.Name() == obj.Name())
                            ?? throw new CommandException("At least one of apiVersion, kind and name was changed");
                        await WriteAsync(session, original, obj, DryRun.None, ct);
                        await session.Out.WriteLineAsync($"{ObjectPrinter.NameOf(original.Object)} edited");
                    }

                    return new SaveResult([]);
                }, ct);
            });
    }

    public static Verb Set(Session session)
    {
        var manifests = new ManifestFlags();
        var create = Flags.Switch("--create-annotation", "also for objects that were never applied");
        var (dryRun, output) = (Flags.DryRun(), Flags.Output());
        return new Verb("set-last-applied", "Writes down a file as what was applied last, without changing the object itself.", "kctl apply set-last-applied -f web.yaml --create-annotation")
            .With(manifests.All).With(create, dryRun, output).Does(async (parse, ct) =>
            {
                var dry = DryRuns.Parse(parse.GetValue(dryRun));
                var report = new Report(session, parse.GetValue(output), dry);
                foreach (var manifest in manifests.Read(session, parse, "set"))
                {
                    var type = await manifest.TypeAsync(session, ct);
                    var current = new Found(type, await session.Api.GetAsync(type.ObjectPath(manifest.PlaceIn(session, type), manifest.NameOrError()), ct));
                    if (ApplyPlan.LacksAnnotation(current.Object) && !parse.GetValue(create))
                    {
                        throw new CommandException($"no last-applied-configuration annotation found on resource: {current.Object.Name()}, to create the annotation, run the command with --create-annotation");
                    }

                    report.Done(await WriteAsync(session, current, manifest.Object, dry, ct), "configured");
                }

                report.Finish();
            });
    }

    private static async Task<JsonObject> WriteAsync(Session session, Found found, JsonObject applied, DryRun dry, CancellationToken ct)
    {
        var text = LastApplied.Write(applied).Text("metadata", "annotations", LastApplied.Annotation);
        var patch = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [LastApplied.Annotation] = text } } };
        return dry == DryRun.Client ? found.Object
            : await session.Api.SendAsync(HttpMethod.Patch, QueryText.With(found.Path(), ("fieldManager", "kubectl-client-side-apply"), ("dryRun", dry.Query())), patch, ApplyPlan.Merge, ct);
    }

    private static JsonObject AppliedOrError(Found found) => LastApplied.Read(found.Object)
        ?? throw new CommandException($"no last-applied-configuration annotation found on resource: {found.Object.Name()}");

    private static bool AsJson(string? output) => output switch
    {
        null or "yaml" => false,
        "json" => true,
        _ => throw new CommandException($"Unexpected -o output mode: {output}, the flag 'output' must be one of yaml|json"),
    };
}
