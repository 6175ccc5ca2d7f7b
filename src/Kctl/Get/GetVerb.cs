using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;
using Kctl.Printing;

namespace Kctl.Get;

/// <summary><c>kctl get</c>: shows objects.</summary>
internal static class GetVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("TYPE[,TYPE] [NAME...] | TYPE/NAME...", "what to show: pods, pods,svc, pod web-1, deploy/web, all");
        var output = Flags.Output("wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=HEADER:PATH,...");
        var (selector, fields, all) = (Flags.Selector(), Flags.FieldSelector(), Flags.AllNamespaces());
        var (files, recursive) = (Flags.Files(), Flags.Recursive());
        var watch = Flags.Switch("--watch", "then go on showing changes", "-w");
        var watchOnly = Flags.Switch("--watch-only", "show changes only");
        var showLabels = Flags.Switch("--show-labels", "a last column with all labels");
        var labelColumns = Flags.Many("--label-columns", "LABEL", "a column for this label", "-L");
        var noHeaders = Flags.Switch("--no-headers", "rows without the header line");
        var sortBy = Flags.Named("--sort-by", "PATH", "order by this field, such as .metadata.creationTimestamp");
        var ignore = Flags.Switch("--ignore-not-found", "a missing object is no error");
        var managed = Flags.Switch("--show-managed-fields", "leave metadata.managedFields in YAML and JSON");
        return new Verb(
            "get", "Shows objects: all of a kind, or those named.",
            "kctl get pods", "kctl get pods -o wide -l app=web", "kctl get pods,services", "kctl get all -A", "kctl get deploy/web -o yaml",
            "kctl get pods -w", "kctl get pods -o jsonpath='{.items[*].metadata.name}'", "kctl get pods -o custom-columns=NAME:.metadata.name,NODE:.spec.nodeName",
            "kctl get pods --sort-by=.metadata.creationTimestamp", "kctl get -f examples/two-tier.yaml")
            .With(words, output, selector, fields, all, watch, watchOnly, showLabels, labelColumns, noHeaders, sortBy, ignore, managed, files, recursive)
            .Does(async (parse, ct) =>
            {
                var format = OutputFormat.Parse(parse.GetValue(output));
                var options = new GetOptions
                {
                    Format = format,
                    Selector = parse.GetValue(selector),
                    FieldSelector = parse.GetValue(fields),
                    SortBy = parse.GetValue(sortBy),
                    AllNamespaces = parse.GetValue(all),
                    Watch = parse.GetValue(watch) || parse.GetValue(watchOnly),
                    WatchOnly = parse.GetValue(watchOnly),
                    IgnoreNotFound = parse.GetValue(ignore),
                    ManagedFields = parse.GetValue(managed),
                    View = new TableView
                    {
                        Wide = format.Kind == OutputKind.Wide,
                        Headers = !parse.GetValue(noHeaders),
                        Namespaces = parse.GetValue(all),
                        Labels = parse.GetValue(showLabels),
                        LabelColumns = [.. (parse.GetValue(labelColumns) ?? []).SelectMany(l => l.Split(','))],
                    },
                };
                var targets = parse.GetValue(files) is { Length: > 0 } named
                    ? await TargetsOfFilesAsync(session, named, parse.GetValue(recursive), ct)
                    : await Target.ParseAsync(parse.GetValue(words) ?? [], session, "get", ct);
                return await new GetCommand(session, options).RunAsync(targets, ct);
            });
    }

    private static async Task<IReadOnlyList<Target>> TargetsOfFilesAsync(Session session, string[] files, bool recursive, CancellationToken ct)
    {
        var targets = new List<Target>();
        foreach (var manifest in ManifestReader.Read(session.Terminal, files, recursive))
        {
            targets.Add(new Target(await manifest.TypeAsync(session, ct), manifest.NameOrError()));
        }

        return targets;
    }
}
