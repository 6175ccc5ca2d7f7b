using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Edit;
using Kctl.Manifests;
using Kctl.Printing;

namespace Kctl.Access;

/// <summary><c>kctl auth reconcile</c>: brings roles and bindings to what files say without taking anything away.</summary>
internal static class ReconcileVerb
{
    public static Verb Create(Session session)
    {
        var (manifests, dryRun) = (new ManifestFlags(), Flags.DryRun());
        var removePermissions = Flags.Switch("--remove-extra-permissions", "take away rules that the file does not have");
        var removeSubjects = Flags.Switch("--remove-extra-subjects", "take away subjects that the file does not have");
        return new Verb("reconcile", "Adds the rules and subjects of files to roles and bindings; other kinds are left alone.", "kctl auth reconcile -f roles.yaml")
            .With(manifests.All).With(dryRun, removePermissions, removeSubjects).Does(async (parse, ct) =>
            {
                var dry = DryRuns.Parse(parse.GetValue(dryRun));
                return await EachManifest.DoAsync(session, manifests.Read(session, parse, "reconcile"), "reconciling", async manifest =>
                {
                    if (!manifest.ApiVersion.StartsWith("rbac.authorization.k8s.io/", StringComparison.Ordinal))
                    {
                        return;
                    }

                    var type = await manifest.TypeAsync(session, ct);
                    var ns = manifest.PlaceIn(session, type);
                    var path = type.ObjectPath(ns, manifest.NameOrError());
                    var current = await session.Api.FindAsync(path, ct);
                    var wanted = current is null ? manifest.Object : Merged(current, manifest.Object, parse.GetValue(removePermissions), parse.GetValue(removeSubjects));
                    if (dry != DryRun.Client && (current is null || !JsonNode.DeepEquals(current, wanted)))
                    {
                        var query = (current is null ? type.CollectionPath(ns) : path, ("fieldManager", "kubectl-auth"), ("dryRun", dry.Query()));
                        await session.Api.SendAsync(current is null ? HttpMethod.Post : HttpMethod.Put, QueryText.With(query.Item1, query.Item2, query.Item3), wanted, RestApi.Json, ct);
                    }

                    await session.Out.WriteLineAsync($"{ObjectPrinter.NameOf(manifest.Object)} reconciled{dry.Note()}");
                });
            });
    }

    /// <summary>What is there with what the file has more. Pure.</summary>
    internal static JsonObject Merged(JsonObject current, JsonObject wanted, bool removePermissions, bool removeSubjects)
    {
        if (wanted.At("roleRef") is { } role && !JsonNode.DeepEquals(role, current.At("roleRef")))
        {
            throw new CommandException($"{ObjectPrinter.NameOf(wanted)} refers to another role than the file: a binding's role cannot change; delete it first");
        }

        var copy = (JsonObject)current.DeepClone();
        if (wanted.At("rules") is JsonArray rules)
        {
            var have = removePermissions ? [] : current.Objects("rules").ToList();
            copy["rules"] = new JsonArray([.. have.Select(r => r.DeepClone()), .. rules.Where(r => !have.Any(h => JsonNode.DeepEquals(h, r))).Select(r => r?.DeepClone())]);
        }

        if (wanted.At("subjects") is JsonArray)
        {
            copy = removeSubjects ? copy : Subjects.Add(copy, wanted.Objects("subjects"));
            if (removeSubjects)
            {
                copy["subjects"] = wanted["subjects"]!.DeepClone();
            }
        }

        return copy;
    }
}
