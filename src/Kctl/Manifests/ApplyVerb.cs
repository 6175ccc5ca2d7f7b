using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kube.Client;
using Kube.Machinery.Patch;

namespace Kctl.Manifests;

/// <summary><c>kctl apply</c>: makes the cluster look like the files.</summary>
internal static class ApplyVerb
{
    public static Command Create(Session session)
    {
        var (manifests, prune) = (new ManifestFlags(), new PruneFlags());
        var (selector, dryRun, output) = (Flags.Selector(), Flags.DryRun(), Flags.Output());
        var all = Flags.Switch("--all", "prune among all objects that were ever applied");
        var serverSide = Flags.Switch("--server-side", "let the server merge (server-side apply)");
        var conflicts = Flags.Switch("--force-conflicts", "server-side: take fields over from other managers");
        var manager = Flags.Named("--field-manager", "NAME", "who applies, for the ownership of fields");
        var force = Flags.Switch("--force", "delete and create again what cannot be patched");
        var overwrite = Flags.SwitchOn("--overwrite", "change back what others changed in the meantime; on unless --overwrite=false");
        var validate = Flags.Named("--validate", "strict|warn|ignore", "what to do about unknown and duplicate fields; strict if not given");
        return new Verb(
            "apply", "Creates or changes objects so that they are as the files say. kubectl apply can go on where this left off, and the other way round.",
            "kctl apply -f examples/two-tier.yaml", "kctl apply -f manifests/ -R", "cat web.yaml | kctl apply -f -", "kctl apply -f web.yaml --dry-run=server", "kctl apply -f shop/ --prune -l app=shop")
            .With(manifests.All).With(selector, prune.Prune, prune.AllowList, all, dryRun, output, serverSide, conflicts, manager, force, overwrite, validate)
            .With(LastAppliedVerbs.View(session), LastAppliedVerbs.Edit(session), LastAppliedVerbs.Set(session))
            .Does(async (parse, ct) =>
            {
                var dry = DryRuns.Parse(parse.GetValue(dryRun));
                if (parse.GetValue(conflicts) && !parse.GetValue(serverSide))
                {
                    throw new CommandException("--force-conflicts only works with --server-side");
                }

                if (parse.GetValue(prune.Prune) && !parse.GetValue(all) && parse.GetValue(selector) is null)
                {
                    throw new CommandException("all resources selected for prune without explicitly passing --all. To prune all resources, pass the --all flag. If you did not mean to prune all resources, specify a label selector");
                }

                var report = new Report(session, parse.GetValue(output), dry);
                var objects = ManifestReader.Select(manifests.Read(session, parse, "apply"), parse.GetValue(selector));
                var apply = new ApplyCommand(session, dry, report)
                {
                    Validation = Validations.Parse(parse.GetValue(validate)),
                    ForceConflicts = parse.GetValue(conflicts),
                    Recreate = parse.GetValue(force),
                    Manager = parse.GetValue(manager),
                    Pruner = parse.GetValue(prune.Prune) ? prune.Pruner(session, parse, parse.GetValue(selector), dry) : null,
                };
                var result = await EachManifest.DoAsync(session, objects, "applying", m => parse.GetValue(serverSide) ? apply.ServerSideAsync(m, ct) : apply.ClientSideAsync(m, ct));
                if (apply.Pruner is { } pruner && result == 0)
                {
                    await pruner.PruneAsync(objects, report, ct);
                }

                report.Finish();
                return result;
            });
    }
}

/// <summary>Applies one object after the other.</summary>
internal sealed class ApplyCommand(Session session, DryRun dryRun, Report report)
{
    private const int Attempts = 5;

    public required string Validation { get; init; }

    public bool ForceConflicts { get; init; }

    public bool Recreate { get; init; }

    public string? Manager { get; init; }

    /// <summary>Told of each applied object, which it spares.</summary>
    public Pruner? Pruner { get; init; }

    public async Task ServerSideAsync(Manifest manifest, CancellationToken ct)
    {
        var type = await manifest.TypeAsync(session, ct);
        var ns = manifest.PlaceIn(session, type);
        if (dryRun == DryRun.Client)
        {
            throw new CommandException("--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)");
        }

        var path = QueryText.With(type.ObjectPath(ns, manifest.NameOrError()), ("fieldManager", Manager ?? "kubectl"), ("force", ForceConflicts ? "true" : null), ("fieldValidation", Validation), ("dryRun", dryRun.Query()));
        var applied = await session.Api.SendAsync(HttpMethod.Patch, path, manifest.Object, "application/apply-patch+yaml", ct);
        Done(applied, "serverside-applied");
    }

    public async Task ClientSideAsync(Manifest manifest, CancellationToken ct)
    {
        var type = await manifest.TypeAsync(session, ct);
        var ns = manifest.PlaceIn(session, type);
        var path = type.ObjectPath(ns, manifest.NameOrError());
        for (var attempt = 1; ; attempt++)
        {
            var current = await session.Api.FindAsync(path, ct);
            try
            {
                await (current is null ? CreateAsync(manifest, type, ns, ct) : ChangeAsync(manifest, type, path, current, ct));
                return;
            }
            catch (ApiException e) when (attempt < Attempts && (e.IsConflict || (current is null ? e.IsAlreadyExists : e.IsNotFound)))
            {
                // Somebody was faster: look again.
            }
            catch (ApiException e) when (Recreate && current is not null && (e.IsInvalid || e.IsConflict))
            {
                await session.Api.SendAsync(HttpMethod.Delete, path, null, RestApi.Json, ct);
                await Deletion.WaitAsync(session, type, ns, manifest.NameOrError(), current.Text("metadata", "uid"), ct);
                await CreateAsync(manifest, type, ns, ct);
                return;
            }
        }
    }

    private async Task CreateAsync(Manifest manifest, ResourceType type, string? ns, CancellationToken ct)
    {
        var created = LastApplied.Write(manifest.Object);
        if (dryRun != DryRun.Client)
        {
            created = await session.Api.SendAsync(HttpMethod.Post, Path(type.CollectionPath(ns)), created, RestApi.Json, ct);
        }

        Done(created, "created");
    }

    private async Task ChangeAsync(Manifest manifest, ResourceType type, string path, JsonObject current, CancellationToken ct)
    {
        if (ApplyPlan.LacksAnnotation(current))
        {
            await session.Error.WriteLineAsync($"Warning: resource {type.Plural}/{current.Name()} is missing the {LastApplied.Annotation} annotation which is required by kctl apply. kctl apply should only be used on resources created declaratively by either kctl create --save-config or kctl apply. The missing annotation will be patched automatically.");
        }

        var plan = Plan(manifest, current);
        if (plan.IsEmpty)
        {
            Done(current, "unchanged");
            return;
        }

        var changed = dryRun == DryRun.Client ? current : await session.Api.SendAsync(HttpMethod.Patch, Path(path), plan.Patch, plan.ContentType, ct);
        Done(changed, "configured");
    }

    private void Done(JsonObject obj, string what)
    {
        Pruner?.Keep(obj);
        report.Done(obj, what);
    }

    private static ApplyPlan Plan(Manifest manifest, JsonObject current)
    {
        try
        {
            return ApplyPlan.Make(manifest.Object, current, WireTypes.Find(manifest.ApiVersion, manifest.Kind));
        }
        catch (PatchException e)
        {
            throw manifest.Error(e.Message);
        }
    }

    private string Path(string path) => QueryText.With(path, ("fieldManager", Manager ?? "kubectl-client-side-apply"), ("fieldValidation", Validation), ("dryRun", dryRun.Query()));
}

/// <summary>Reading <c>--validate</c>.</summary>
internal static class Validations
{
    public static string Parse(string? text) => text switch
    {
        null or "" or "true" or "strict" => "Strict",
        "warn" => "Warn",
        "false" or "ignore" => "Ignore",
        _ => throw new CommandException($"--validate: \"{text}\" is none of strict, warn, ignore"),
    };
}
