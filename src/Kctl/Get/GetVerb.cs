using System.Text;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;
using Kctl.Printing;

namespace Kctl.Get;

/// <summary><c>kctl get</c>: shows objects.</summary>
internal sealed class GetVerb
{
    private readonly Session _session;
    private readonly Argument<string[]> _words = Flags.Words("TYPE[,TYPE] [NAME...] | TYPE/NAME...", "what to show: pods, pods,svc, pod web-1, deploy/web, all");
    private readonly Option<string?> _output = Flags.Output("wide, json, yaml, name, jsonpath=TEMPLATE, go-template=TEMPLATE, custom-columns=HEADER:PATH,...");
    private readonly Option<string?> _template = Flags.Named("--template", "TEMPLATE", "the template of -o go-template, jsonpath and their -file forms");
    private readonly Option<bool> _missingKeys = Flags.SwitchOn("--allow-missing-template-keys", "what a template names and an object lacks is no error");
    private readonly Option<string?> _selector = Flags.Selector();
    private readonly Option<string?> _fields = Flags.FieldSelector();
    private readonly Option<bool> _all = Flags.AllNamespaces();
    private readonly Option<string[]> _files = Flags.Files();
    private readonly Option<bool> _recursive = Flags.Recursive();
    private readonly Option<bool> _watch = Flags.Switch("--watch", "then go on showing changes", "-w");
    private readonly Option<bool> _watchOnly = Flags.Switch("--watch-only", "show changes only");
    private readonly Option<bool> _watchEvents = Flags.Switch("--output-watch-events", "say of each change whether it was added, modified or deleted");
    private readonly Option<bool> _showLabels = Flags.Switch("--show-labels", "a last column with all labels");
    private readonly Option<string[]> _labelColumns = Flags.Many("--label-columns", "LABEL", "a column for this label", "-L");
    private readonly Option<bool> _showKind = Flags.Switch("--show-kind", "the kind before each name");
    private readonly Option<bool> _noHeaders = Flags.Switch("--no-headers", "rows without the header line");
    private readonly Option<string?> _sortBy = Flags.Named("--sort-by", "PATH", "order by this field, such as .metadata.creationTimestamp");
    private readonly Option<bool> _ignore = Flags.Switch("--ignore-not-found", "a missing object is no error");
    private readonly Option<bool> _managed = Flags.Switch("--show-managed-fields", "leave metadata.managedFields in YAML and JSON");
    private readonly Option<int?> _chunk = Flags.Number("--chunk-size", "how many objects to ask the server for at once, 500 if not given; 0 for all");
    private readonly Option<string?> _subresource = Flags.Named("--subresource", "NAME", "this part of the object: status, scale");
    private readonly Option<bool> _serverPrint = Flags.SwitchOn("--server-print", "columns as the server makes them; =false for names and ages only");
    private readonly Option<string?> _raw = Flags.Named("--raw", "PATH", "the server's answer to this path as it is: /version, /apis/apps/v1");

    private GetVerb(Session session)
    {
        _session = session;
    }

    public static Command Create(Session session) => new GetVerb(session).Verb();

    private Verb Verb() => new Verb(
        "get", "Shows objects: all of a kind, or those named.",
        "kctl get pods", "kctl get pods -o wide -l app=web", "kctl get pods,services", "kctl get all -A", "kctl get deploy/web -o yaml",
        "kctl get pods -w", "kctl get pods -o jsonpath='{.items[*].metadata.name}'", "kctl get pods -o custom-columns=NAME:.metadata.name,NODE:.spec.nodeName",
        "kctl get pods -o go-template='{{range .items}}{{.metadata.name}} {{end}}'", "kctl get pods --sort-by=.metadata.creationTimestamp",
        "kctl get -f examples/two-tier.yaml", "kctl get --raw /version")
        .With(
            _words, _output, _template, _missingKeys, _selector, _fields, _all, _watch, _watchOnly, _watchEvents, _showLabels, _labelColumns, _showKind, _noHeaders,
            _sortBy, _ignore, _managed, _chunk, _subresource, _serverPrint, _raw, _files, _recursive)
        .Does(RunAsync);

    private async Task<int> RunAsync(ParseResult parse, CancellationToken ct)
    {
        var words = parse.GetValue(_words) ?? [];
        if (parse.GetValue(_raw) is { } path)
        {
            return await RawAsync(path, words, ct);
        }

        var options = Options(parse);
        if (parse.GetValue(_files) is { Length: > 0 } files)
        {
            return await new GetCommand(_session, options).RunAsync(await TargetsOfFilesAsync(files, parse.GetValue(_recursive), ct), ct);
        }

        if (words is ["all"] or ["ALL"])
        {
            var every = await EveryKind.FindAsync(_session, ct);
            return await new GetCommand(_session, options with { LeftOut = every.LeftOut }).RunAsync(every.Targets, ct);
        }

        return await new GetCommand(_session, options).RunAsync(await Target.ParseAsync(words, _session, "get", ct), ct);
    }

    private GetOptions Options(ParseResult parse)
    {
        var format = OutputFormat.Parse(parse.GetValue(_output), parse.GetValue(_template), parse.GetValue(_missingKeys));
        return new GetOptions
        {
            Format = format,
            Selector = parse.GetValue(_selector),
            FieldSelector = parse.GetValue(_fields),
            SortBy = parse.GetValue(_sortBy),
            AllNamespaces = parse.GetValue(_all),
            Watch = parse.GetValue(_watch) || parse.GetValue(_watchOnly),
            WatchOnly = parse.GetValue(_watchOnly),
            WatchEvents = parse.GetValue(_watchEvents),
            IgnoreNotFound = parse.GetValue(_ignore),
            ManagedFields = parse.GetValue(_managed),
            ChunkSize = parse.GetValue(_chunk) ?? RestApi.PageSize,
            Subresource = parse.GetValue(_subresource),
            PlainTables = !parse.GetValue(_serverPrint),
            View = new TableView
            {
                Wide = format.Kind == OutputKind.Wide,
                Headers = !parse.GetValue(_noHeaders),
                Kinds = parse.GetValue(_showKind),
                Labels = parse.GetValue(_showLabels),
                LabelColumns = parse.GetValue(_labelColumns) is { } labels ? string.Join(',', labels).Split(',') : [],
                Colours = _session.Terminal.HasColours,
            },
        };
    }

    private async Task<int> RawAsync(string path, string[] words, CancellationToken ct)
    {
        if (words.Length > 0)
        {
            throw new CommandException("arguments may not be passed when --raw is specified");
        }

        await _session.Out.WriteAsync(Encoding.UTF8.GetString(await _session.Api.ReadRawAsync(path.StartsWith('/') ? path : "/" + path, ct)));
        return 0;
    }

    private async Task<IReadOnlyList<Target>> TargetsOfFilesAsync(string[] files, bool recursive, CancellationToken ct)
    {
        var targets = new List<Target>();
        foreach (var manifest in ManifestReader.Read(_session.Terminal, files, recursive))
        {
            targets.Add(new Target(await manifest.TypeAsync(_session, ct), manifest.NameOrError()));
        }

        return targets;
    }
}
