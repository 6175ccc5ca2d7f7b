using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kube.Client;

namespace Kctl.Manifests;

/// <summary><c>kctl replace</c>: puts the files' objects in the place of those that are there.</summary>
internal static class ReplaceVerb
{
    public static Command Create(Session session)
    {
        var manifests = new ManifestFlags();
        var force = Flags.Switch("--force", "delete the objects, then create them anew");
        var cascade = Flags.WithValueIfAlone("background", Flags.Named("--cascade", "background|foreground|orphan", "with --force: what becomes of the objects they own"));
        var grace = Flags.Number("--grace-period", "with --force: seconds a pod may take to end");
        var timeout = Flags.Named("--timeout", "DURATION", "with --force: how long to wait for the end of the old objects; 0s as long as it takes");
        var wait = Flags.Switch("--wait", "with --force: wait for the end of the old objects, which it does anyway");
        var saveConfig = Flags.Switch("--save-config", "remember the object for a later apply");
        var subresource = Flags.Named("--subresource", "NAME", "replace this part only: status, scale");
        var manager = Flags.Named("--field-manager", "NAME", "who replaces, for the ownership of fields");
        var (dryRun, output, validate) = (Flags.DryRun(), Flags.Output(), Flags.Named("--validate", "strict|warn|ignore", "what to do about unknown and duplicate fields; strict if not given"));
        return new Verb(
            "replace", "Replaces objects by those in files; the files must be complete.",
            "kctl replace -f web.yaml", "kctl get deployment web -o yaml | kctl replace -f -", "kctl replace --force -f pod.yaml")
            .With(manifests.All).With(force, cascade, grace, timeout, wait, saveConfig, subresource, manager, dryRun, output, validate)
            .Does(async (parse, ct) =>
            {
                var dry = DryRuns.Parse(parse.GetValue(dryRun));
                var report = new Report(session, parse.GetValue(output), dry);
                if (!parse.GetValue(force) && parse.GetValue(grace) is not null)
                {
                    throw new CommandException("--grace-period must have --force specified");
                }

                if (!parse.GetValue(force) && parse.GetValue(timeout) is not null)
                {
                    throw new CommandException("--timeout must have --force specified");
                }

                var replace = new ReplaceCommand(session, dry, report)
                {
                    Validation = Validations.Parse(parse.GetValue(validate)),
                    Manager = parse.GetValue(manager) ?? "kubectl-replace",
                    SaveConfig = parse.GetValue(saveConfig),
                    Subresource = parse.GetValue(subresource),
                    Grace = parse.GetValue(grace),
                    Propagation = DeleteVerb.Propagation(parse.GetValue(cascade)),
                    Timeout = parse.GetValue(timeout) is { } text ? Durations.Parse(text, "--timeout") : TimeSpan.Zero,
                };
                var objects = manifests.Read(session, parse, "replace");
                var result = parse.GetValue(force)
                    ? await replace.RecreateAsync(objects, ct)
                    : await EachManifest.DoAsync(session, objects, "replacing", m => replace.ReplaceAsync(m, ct));
                report.Finish();
                return result;
            });
    }
}

/// <summary>Replaces one object after the other.</summary>
internal sealed class ReplaceCommand(Session session, DryRun dryRun, Report report)
{
    public required string Validation { get; init; }

    public required string Manager { get; init; }

    public required string Propagation { get; init; }

    public bool SaveConfig { get; init; }

    public string? Subresource { get; init; }

    public int? Grace { get; init; }

    public TimeSpan Timeout { get; init; }

    public async Task ReplaceAsync(Manifest manifest, CancellationToken ct)
    {
        var type = await manifest.TypeAsync(session, ct);
        var ns = manifest.PlaceIn(session, type);
        var path = type.ObjectPath(ns, manifest.NameOrError(), Subresource);
        var current = await session.Api.GetAsync(path, ct);
        var wanted = Remembered(manifest.Object, current);
        var replaced = dryRun == DryRun.Client ? wanted : await session.Api.SendAsync(HttpMethod.Put, Query(path), wanted, RestApi.Json, ct);
        report.Done(replaced, "replaced");
    }

    /// <summary>Deletes everything first, then creates it: between the two, nothing of it is there.</summary>
    public async Task<int> RecreateAsync(IReadOnlyList<Manifest> manifests, CancellationToken ct)
    {
        var delete = new DeleteCommand(session) { Propagation = Propagation, Grace = Grace, Force = Grace == 0, Wait = true, Timeout = Timeout, IgnoreNotFound = true, DryRun = dryRun };
        await delete.RunAsync(await DeleteCommand.OfFilesAsync(session, manifests, ct), ct);
        return await EachManifest.DoAsync(session, manifests, "replacing", async manifest =>
        {
            var type = await manifest.TypeAsync(session, ct);
            var ns = manifest.PlaceIn(session, type);
            (manifest.Object["metadata"] as JsonObject)?.Remove("resourceVersion");
            (manifest.Object["metadata"] as JsonObject)?.Remove("uid");
            var wanted = SaveConfig ? LastApplied.Write(manifest.Object) : manifest.Object;
            var created = dryRun == DryRun.Client ? wanted : await CreateAsync(type, ns, wanted, ct);
            report.Done(created, "replaced");
        });
    }

    /// <summary>The garbage collector may still be at the old object's last traces: one that exists already is tried again for a moment.</summary>
    private async Task<JsonObject> CreateAsync(ResourceType type, string? ns, JsonObject wanted, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await session.Api.SendAsync(HttpMethod.Post, Query(type.CollectionPath(ns)), wanted, RestApi.Json, ct);
            }
            catch (ApiException e) when (e.IsAlreadyExists && attempt < 10)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), session.Terminal.Time, ct);
            }
        }
    }

    /// <summary>An object that apply looks after keeps its memory of what was applied up to date.</summary>
    private JsonObject Remembered(JsonObject wanted, JsonObject current) =>
        SaveConfig || current.Text("metadata", "annotations", LastApplied.Annotation) is not null && wanted.Text("metadata", "annotations", LastApplied.Annotation) is null
            ? LastApplied.Write(wanted) : wanted;

    private string Query(string path) => QueryText.With(path, ("fieldManager", Manager), ("fieldValidation", Validation), ("dryRun", dryRun.Query()));
}
