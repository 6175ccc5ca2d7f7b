using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Machinery.Yaml;

namespace Kctl.Manifests;

/// <summary>Writes objects as they are and as they would be into two folders and lets a diff program compare these.</summary>
internal sealed class DiffCommand(Session session)
{
    private const string Program = "diff -u -N";

    public bool ServerSide { get; init; }

    public bool ForceConflicts { get; init; }

    public string? Manager { get; init; }

    public bool ManagedFields { get; init; }

    /// <summary>The diff program's exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<Manifest> manifests, Pruner? pruner, CancellationToken ct)
    {
        var live = Directory.CreateTempSubdirectory("LIVE-").FullName;
        var merged = Directory.CreateTempSubdirectory("MERGED-").FullName;
        try
        {
            foreach (var manifest in manifests)
            {
                var type = await manifest.TypeAsync(session, ct);
                var path = type.ObjectPath(manifest.PlaceIn(session, type), manifest.NameOrError());
                var current = await session.Api.FindAsync(path, ct);
                var wanted = await WantedAsync(manifest, type, path, current, ct);
                pruner?.Keep(wanted);
                await WriteAsync(live, merged, type, current, wanted, ct);
            }

            foreach (var (type, obj) in pruner is null ? [] : await pruner.FindAsync(manifests, ct))
            {
                await WriteAsync(live, merged, type, obj, null, ct);
            }

            var program = session.Terminal.Environment("KUBECTL_EXTERNAL_DIFF") is { Length: > 0 } chosen ? chosen : Program;
            var code = await ExternalProgram.RunAsync(session.Terminal, program, [live, merged], ct);
            return code == 127 ? throw new CommandException($"\"{program}\" cannot be run: install diffutils, or name another program in KUBECTL_EXTERNAL_DIFF") : code;
        }
        finally
        {
            Directory.Delete(live, recursive: true);
            Directory.Delete(merged, recursive: true);
        }
    }

    /// <summary>What the server would make of the manifest, found out by a dry run.</summary>
    private async Task<JsonObject> WantedAsync(Manifest manifest, ResourceType type, string path, JsonObject? current, CancellationToken ct)
    {
        if (ServerSide)
        {
            var apply = QueryText.With(path, ("fieldManager", Manager ?? "kubectl"), ("force", ForceConflicts ? "true" : null), ("dryRun", "All"));
            return await session.Api.SendAsync(HttpMethod.Patch, apply, manifest.Object, "application/apply-patch+yaml", ct);
        }

        var manager = ("fieldManager", Manager ?? "kubectl-client-side-apply");
        if (current is null)
        {
            return await session.Api.SendAsync(HttpMethod.Post, QueryText.With(type.CollectionPath(manifest.Object.Namespace()), manager, ("dryRun", "All")), LastApplied.Write(manifest.Object), RestApi.Json, ct);
        }

        var plan = ApplyPlan.Make(manifest.Object, current, WireTypes.Find(manifest.ApiVersion, manifest.Kind));
        return plan.IsEmpty ? current : await session.Api.SendAsync(HttpMethod.Patch, QueryText.With(path, manager, ("dryRun", "All")), plan.Patch, plan.ContentType, ct);
    }

    private async Task WriteAsync(string live, string merged, ResourceType type, JsonObject? current, JsonObject? wanted, CancellationToken ct)
    {
        var (before, after) = Masked(Shown(current), Shown(wanted));
        var any = (wanted ?? current)!;
        var name = string.Join('.', ((string?[])[type.Group, type.Version, type.Kind, any.Namespace(), any.Name()]).Where(p => !string.IsNullOrEmpty(p))).Replace('/', '_');
        await File.WriteAllTextAsync(Path.Combine(live, name), before is null ? "" : YamlJson.Write(before), ct);
        await File.WriteAllTextAsync(Path.Combine(merged, name), after is null ? "" : YamlJson.Write(after), ct);
    }

    private JsonObject? Shown(JsonObject? obj)
    {
        var copy = obj?.DeepClone() as JsonObject;
        if (copy?["metadata"] is JsonObject metadata)
        {
            if (!ManagedFields)
            {
                metadata.Remove("managedFields");
            }

            (metadata["annotations"] as JsonObject)?.Remove(LastApplied.Annotation);
            if (metadata["annotations"] is JsonObject { Count: 0 })
            {
                metadata.Remove("annotations");
            }
        }

        return copy;
    }

    /// <summary>Secrets do not show their values, only whether these differ. Pure.</summary>
    internal static (JsonObject? Before, JsonObject? After) Masked(JsonObject? before, JsonObject? after)
    {
        if ((before ?? after).Text("kind") != "Secret" || (before ?? after).Text("apiVersion") != "v1")
        {
            return (before, after);
        }

        var (old, now) = (before?["data"] as JsonObject, after?["data"] as JsonObject);
        foreach (var key in (old ?? []).Select(p => p.Key).Union((now ?? []).Select(p => p.Key)).ToList())
        {
            var (a, b) = (old.Text(key), now.Text(key));
            var differ = a is not null && b is not null && a != b;
            if (a is not null)
            {
                old![key] = differ ? "*** (before)" : "***";
            }

            if (b is not null)
            {
                now![key] = differ ? "*** (after)" : "***";
            }
        }

        return (before, after);
    }
}
