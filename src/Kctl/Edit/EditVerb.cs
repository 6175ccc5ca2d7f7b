using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;
using Kctl.Printing;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kctl.Edit;

/// <summary><c>kctl edit</c>.</summary>
internal static class EditVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("TYPE NAME... | TYPE/NAME...", "what to edit");
        var output = Flags.Named("--output", "yaml|json", "how the object is written; yaml if not given", "-o");
        var subresource = Flags.Named("--subresource", "NAME", "edit this part only: status, scale");
        var outputPatch = Flags.Switch("--output-patch", "show the patch that was sent");
        var saveConfig = Flags.Switch("--save-config", "remember the object for a later apply");
        var validate = Flags.Named("--validate", "strict|warn|ignore", "what to do about unknown and duplicate fields; strict if not given");
        var manager = Flags.Named("--field-manager", "NAME", "who edits, for the ownership of fields");
        var objects = new ObjectFlags("edit");
        return new Verb(
            "edit", "Opens objects in an editor ($KUBE_EDITOR, $EDITOR or vi) and saves what was changed.",
            "kctl edit deployment/web", "KUBE_EDITOR='code --wait' kctl edit service web", "kctl edit deployment web -o json", "EDITOR='sed -i s/replicas:.*/replicas:\\ 3/' kctl edit deployment web")
            .With(words, output, subresource, outputPatch, saveConfig, validate, manager).With(objects.All)
            .Does(async (parse, ct) =>
            {
                var found = await objects.FindAsync(session, parse, parse.GetValue(words) ?? [], ct);
                if (parse.GetValue(subresource) is { } part)
                {
                    found = [.. await Task.WhenAll(found.Select(async f => f with { Object = await session.Api.GetAsync(f.Path(part), ct) }))];
                }

                if (found.Count == 0)
                {
                    throw new CommandException("no resources found");
                }

                var edit = new EditCommand(session, found)
                {
                    Subresource = parse.GetValue(subresource),
                    OutputPatch = parse.GetValue(outputPatch),
                    SaveConfig = parse.GetValue(saveConfig),
                    Validation = Validations.Parse(parse.GetValue(validate)),
                    Manager = parse.GetValue(manager) ?? "kubectl-edit",
                };
                var asJson = parse.GetValue(output) switch
                {
                    null or "yaml" => false,
                    "json" => true,
                    var other => throw new CommandException($"--output: \"{other}\" is neither yaml nor json"),
                };
                return await new EditorLoop(session, asJson).RunAsync(edit.Objects, edited => edit.SaveAsync(edited, ct), ct);
            });
    }
}

/// <summary>Saves edited objects as patches against what was read.</summary>
internal sealed class EditCommand(Session session, IReadOnlyList<Found> found)
{
    private readonly HashSet<Found> _saved = [];

    public string? Subresource { get; init; }

    public bool OutputPatch { get; init; }

    public bool SaveConfig { get; init; }

    public required string Validation { get; init; }

    public required string Manager { get; init; }

    /// <summary>The objects as the user sees them.</summary>
    public IReadOnlyList<JsonObject> Objects { get; } = [.. found.Select(f => Shown(f.Object))];

    /// <summary>Saves each object; the reasons of those the server refused.</summary>
    public async Task<SaveResult> SaveAsync(IReadOnlyList<JsonObject> edited, CancellationToken ct)
    {
        var reasons = new List<string>();
        foreach (var obj in edited)
        {
            var original = found.FirstOrDefault(f => Same(f.Object, obj)) ?? throw new CommandException("At least one of apiVersion, kind and name was changed");
            try
            {
                await SaveAsync(original, obj, ct);
            }
            catch (ApiException e) when (e.Reason is StatusReason.Invalid or StatusReason.BadRequest or StatusReason.Forbidden or StatusReason.Conflict)
            {
                await session.Error.WriteLineAsync($"error: {original.Type.GroupResource} \"{original.Object.Name()}\" {(e.IsInvalid ? "is invalid" : $"could not be patched: {e.Message}")}");
                reasons.Add(ReasonOf(original, e));
            }
        }

        return new SaveResult(reasons);
    }

    private async Task SaveAsync(Found original, JsonObject edited, CancellationToken ct)
    {
        var name = ObjectPrinter.NameOf(original.Object);
        var wanted = SaveConfig ? LastApplied.Write(edited) : edited;
        if (_saved.Contains(original) || ObjectChange.Between(Shown(original.Object), wanted) is not { } plan)
        {
            if (!_saved.Contains(original))
            {
                await session.Out.WriteLineAsync($"{name} skipped");
            }

            return;
        }

        if (OutputPatch)
        {
            await session.Out.WriteLineAsync($"Patch: {JsonText.Compact(plan.Patch)}");
        }

        var path = QueryText.With(original.Path(Subresource), ("fieldManager", Manager), ("fieldValidation", Validation));
        await session.Api.SendAsync(HttpMethod.Patch, path, plan.Patch, plan.ContentType, ct);
        _saved.Add(original);
        await session.Out.WriteLineAsync($"{name} edited");
    }

    private static string ReasonOf(Found original, ApiException e)
    {
        var head = $"{original.Type.GroupResource} \"{original.Object.Name()}\" was not valid:";
        IEnumerable<string> lines = e.Status.Details is { Causes.Count: > 0 } details
            ? details.Causes.Select(c => string.IsNullOrEmpty(c.Field) ? $"* {c.Message}" : $"* {c.Field}: {c.Message}")
            : [$"* {e.Message}"];
        return string.Join('\n', lines.Prepend(head));
    }

    private static JsonObject Shown(JsonObject obj)
    {
        var copy = (JsonObject)obj.DeepClone();
        (copy["metadata"] as JsonObject)?.Remove("managedFields");
        return copy;
    }

    private static bool Same(JsonObject a, JsonObject b) =>
        a.Text("kind") == b.Text("kind") && a.Text("apiVersion") == b.Text("apiVersion") && a.Name() == b.Name() && a.Namespace() == b.Namespace();
}
