using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;

namespace Kctl.Edit;

/// <summary><c>kctl label</c> and <c>kctl annotate</c>.</summary>
internal static class LabelVerb
{
    public static Command CreateLabel(Session session) => Create(session, "label", "labels", "Sets, changes or removes labels.", "labeled", "unlabeled",
        "kctl label pod web-1 tier=front", "kctl label pods -l app=web tier=front --overwrite", "kctl label node node-1 disk-");

    public static Command CreateAnnotate(Session session) => Create(session, "annotate", "annotations", "Sets, changes or removes annotations.", "annotated", "annotated",
        "kctl annotate deployment web kubernetes.io/change-cause='colour is blue'", "kctl annotate pod web-1 note-");

    private static Verb Create(Session session, string name, string field, string summary, string done, string undone, params string[] examples)
    {
        var words = Flags.Words("TYPE NAME... KEY=VALUE... KEY-...", "objects, then what to set, and with a dash at the end what to remove");
        var overwrite = Flags.Switch("--overwrite", "change values that are there already");
        var list = Flags.Switch("--list", $"show the {field}");
        var version = Flags.Named("--resource-version", "VERSION", "only if the object is unchanged since this version; for a single object");
        var (objects, change) = (new ObjectFlags(name, allNamespaces: true, local: true), new ChangeFlags($"kubectl-{name}"));
        return new Verb(name, summary, examples).With(words, overwrite, list, version).With(objects.All).With(change.All).Does(async (parse, ct) =>
        {
            var (named, changes) = MetadataChanges.Split(parse.GetValue(words) ?? [], name);
            if (changes.IsEmpty && !parse.GetValue(list))
            {
                throw new CommandException($"at least one {name} update is required, as in KEY=VALUE or KEY-");
            }

            var found = await objects.FindAsync(session, parse, named, ct);
            if (parse.GetValue(version) is not null && found.Count > 1)
            {
                throw new CommandException("--resource-version may only be used with a single resource");
            }

            if (parse.GetValue(list))
            {
                await ShowAsync(session, found, field);
            }

            if (changes.IsEmpty)
            {
                return;
            }

            var (dry, report) = (change.DryRun(parse), change.Report(session, parse));
            foreach (var one in found)
            {
                foreach (var missing in changes.Remove.Where(r => name == "label" && !one.Object.Map("metadata", field).ContainsKey(r)))
                {
                    await session.Out.WriteLineAsync($"label \"{missing}\" not found.");
                }

                var wanted = changes.Apply(one.Object, field, parse.GetValue(overwrite));
                var changed = wanted;
                if (wanted is not null && dry != DryRun.Client && !objects.IsLocal(parse))
                {
                    var patch = changes.PatchFor(one.Object, field, parse.GetValue(overwrite))!;
                    if (parse.GetValue(version) is { } expected)
                    {
                        patch["metadata"]!["resourceVersion"] = expected;
                    }

                    changed = await session.Api.SendAsync(HttpMethod.Patch, QueryText.With(one.Path(), ("fieldManager", change.Manager(parse)), ("dryRun", dry.Query())), patch, ApplyPlan.Merge, ct);
                }

                report.Done(changed ?? one.Object, wanted is null ? $"not {done}" : changes.Set.Count == 0 ? undone : done);
            }

            report.Finish();
        });
    }

    private static async Task ShowAsync(Session session, IReadOnlyList<Found> found, string field)
    {
        foreach (var one in found)
        {
            if (found.Count > 1)
            {
                await session.Out.WriteLineAsync($"Listing {field} for {one.Type.Kind}.{one.Type.Group}/{one.Object.Name()}:");
            }

            foreach (var (key, value) in one.Object.Map("metadata", field))
            {
                await session.Out.WriteLineAsync($"{(found.Count > 1 ? " " : "")}{key}={value}");
            }
        }
    }
}
