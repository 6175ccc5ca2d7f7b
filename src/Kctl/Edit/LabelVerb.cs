using System.Text.Json.Nodes;
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
        var all = Flags.Switch("--all", "every object of the kind, in the namespace");
        var list = Flags.Switch("--list", $"show the {field}");
        var (selector, fields, allNamespaces, dryRun, output) = (Flags.Selector(), Flags.FieldSelector(), Flags.AllNamespaces(), Flags.DryRun(), Flags.Output());
        return new Verb(name, summary, examples).With(words, overwrite, all, list, selector, fields, allNamespaces, dryRun, output).Does(async (parse, ct) =>
        {
            var (named, changes) = MetadataChanges.Split(parse.GetValue(words) ?? [], name);
            if (changes.IsEmpty && !parse.GetValue(list))
            {
                throw new CommandException($"at least one {name} update is required, as in KEY=VALUE or KEY-");
            }

            var dry = DryRuns.Parse(parse.GetValue(dryRun));
            var report = new Report(session, parse.GetValue(output), dry);
            foreach (var target in await Target.ParseAsync(named, session, name, ct))
            {
                if (target.Name is null && !parse.GetValue(all) && parse.GetValue(selector) is null && parse.GetValue(fields) is null)
                {
                    throw new CommandException("resource(s) were provided, but no name was specified; --all takes all of them");
                }

                var ns = parse.GetValue(allNamespaces) ? null : target.NamespaceIn(session);
                foreach (var obj in await target.ReadAsync(session, ns, parse.GetValue(selector), parse.GetValue(fields), ct))
                {
                    if (parse.GetValue(list))
                    {
                        foreach (var (key, value) in obj.Map("metadata", field))
                        {
                            await session.Out.WriteLineAsync($"{key}={value}");
                        }
                    }

                    if (!changes.IsEmpty)
                    {
                        await ChangeAsync(target.Type, obj);
                    }
                }
            }

            report.Finish();

            async Task ChangeAsync(ResourceType type, JsonObject obj)
            {
                var patch = changes.PatchFor(obj, field, parse.GetValue(overwrite));
                var changed = patch is null || dry == DryRun.Client ? obj
                    : await session.Api.SendAsync(HttpMethod.Patch, QueryText.With(type.ObjectPath(obj.Namespace(), obj.Name()), ("fieldManager", $"kubectl-{name}"), ("dryRun", dry.Query())), patch, ApplyPlan.Merge, ct);
                report.Done(changed, patch is null ? $"not {done}" : changes.Set.Count == 0 ? undone : done);
            }
        });
    }
}
