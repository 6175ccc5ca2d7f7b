using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;

namespace Kctl.Metrics;

/// <summary><c>kctl top</c>: what nodes and pods use of cpu and memory.</summary>
internal static class TopVerb
{
    public static Command Create(Session session) => new Verb("top", "Shows how much cpu and memory is used.", "kctl top nodes", "kctl top pods -A --sort-by=memory").With(Nodes(session), Pods(session));

    private static Verb Nodes(Session session)
    {
        var words = Flags.Words("NAME", "one node only");
        var (selector, noHeaders, sortBy) = (Flags.Selector(), NoHeaders(), SortBy());
        var verb = new Verb("nodes", "Shows what nodes use.", "kctl top nodes", "kctl top node node-1").With(words, selector, noHeaders, sortBy);
        verb.Aliases.AddRange(["node", "no"]);
        return verb.Does(async (parse, ct) =>
        {
            var path = QueryText.With("/api/v1/nodes", ("labelSelector", parse.GetValue(selector)));
            IReadOnlyList<JsonObject> nodes = parse.GetValue(words) is [var name, ..]
                ? [await session.Api.GetAsync($"/api/v1/nodes/{Uri.EscapeDataString(name)}", ct)]
                : (await session.Api.ListAsync(path, ct)).Objects("items");
            var usage = await new UsageReader(session).NodesAsync(nodes, ct);
            var rows = Sorted(nodes.Where(n => usage.ContainsKey(n.Name())), parse.GetValue(sortBy), n => usage[n.Name()], n => n.Name()).Select(n => (IReadOnlyList<string>)TopRows.Node(n, usage[n.Name()]));
            Write(session, parse.GetValue(noHeaders), ["NAME", "CPU(cores)", "CPU(%)", "MEMORY(bytes)", "MEMORY(%)"], rows);
        });
    }

    private static Verb Pods(Session session)
    {
        var words = Flags.Words("NAME", "one pod only");
        var (selector, fields, allNamespaces, noHeaders, sortBy) = (Flags.Selector(), Flags.FieldSelector(), Flags.AllNamespaces(), NoHeaders(), SortBy());
        var containers = Flags.Switch("--containers", "a row for each container");
        var sum = Flags.Switch("--sum", "a last row with the sum");
        var verb = new Verb("pods", "Shows what pods use.", "kctl top pods", "kctl top pods -A --containers", "kctl top pods -l app=web --sum").With(words, selector, fields, allNamespaces, containers, sum, noHeaders, sortBy);
        verb.Aliases.AddRange(["pod", "po"]);
        return verb.Does(async (parse, ct) =>
        {
            var ns = parse.GetValue(allNamespaces) ? null : session.Namespace;
            var wanted = await NamesAsync(session, ns, parse.GetValue(words), parse.GetValue(selector), parse.GetValue(fields), ct);
            var pods = (await new UsageReader(session).PodsAsync(ns, ct)).Where(p => wanted is null || wanted.Contains($"{p.Namespace}/{p.Name}")).ToList();
            if (pods.Count == 0)
            {
                await session.Error.WriteLineAsync(ns is null ? "No resources found" : $"No resources found in {ns} namespace.");
                return;
            }

            var all = ns is null;
            var sorted = Sorted(pods, parse.GetValue(sortBy), p => p.Total, p => $"{p.Namespace}/{p.Name}");
            var rows = sorted.SelectMany(p => TopRows.Pod(p, all, parse.GetValue(containers))).ToList();
            if (parse.GetValue(sum))
            {
                var total = pods.Aggregate(new Usage(0, 0), (s, p) => s + p.Total);
                rows.Add([.. Enumerable.Repeat("", (all ? 1 : 0) + (parse.GetValue(containers) ? 1 : 0)), "", .. TopRows.Amounts(total)]);
            }

            IEnumerable<string> head = parse.GetValue(containers) ? ["POD", "NAME"] : ["NAME"];
            Write(session, parse.GetValue(noHeaders), [.. all ? ["NAMESPACE"] : Array.Empty<string>(), .. head, "CPU(cores)", "MEMORY(bytes)"], rows);
        });
    }

    /// <summary>The pods asked for by name or selector; null where all are.</summary>
    private static async Task<HashSet<string>?> NamesAsync(Session session, string? ns, string[]? words, string? labels, string? fields, CancellationToken ct)
    {
        if (words is [var name, ..])
        {
            var type = await session.Names.FindAsync("pods", ct);
            await session.Api.GetAsync(type.ObjectPath(session.Namespace, name), ct);
            return [$"{session.Namespace}/{name}"];
        }

        if (labels is null && fields is null)
        {
            return null;
        }

        var pods = await session.Names.FindAsync("pods", ct);
        var list = await session.Api.ListAsync(QueryText.With(pods.CollectionPath(ns), ("labelSelector", labels), ("fieldSelector", fields)), ct);
        return [.. list.Objects("items").Select(p => $"{p.Namespace()}/{p.Name()}")];
    }

    private static IEnumerable<T> Sorted<T>(IEnumerable<T> items, string? by, Func<T, Usage> usage, Func<T, string> name) => by switch
    {
        null or "" => items.OrderBy(name, StringComparer.Ordinal),
        "cpu" => items.OrderByDescending(i => usage(i).Cpu),
        "memory" => items.OrderByDescending(i => usage(i).Memory),
        _ => throw new CommandException("--sort-by accepts only cpu or memory"),
    };

    private static void Write(Session session, bool noHeaders, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows) =>
        new TextTable(session.Out).Write([.. noHeaders ? [] : new[] { header }, .. rows]);

    private static Option<bool> NoHeaders() => Flags.Switch("--no-headers", "rows without the header line");

    private static Option<string?> SortBy() => Flags.Named("--sort-by", "cpu|memory", "the most first");
}

/// <summary>Usage as rows. Pure.</summary>
internal static class TopRows
{
    private const decimal Mebibyte = 1024 * 1024;

    public static string[] Node(JsonObject node, Usage usage)
    {
        var (cpu, memory) = (UsageReader.Amount(node.Text("status", "allocatable", "cpu")), UsageReader.Amount(node.Text("status", "allocatable", "memory")));
        var (cores, bytes) = (Amounts(usage)[0], Amounts(usage)[1]);
        return [node.Name(), cores, Share(usage.Cpu, cpu), bytes, Share(usage.Memory, memory)];
    }

    public static IEnumerable<IReadOnlyList<string>> Pod(PodUsage pod, bool namespaces, bool containers)
    {
        string[] first = namespaces ? [pod.Namespace, pod.Name] : [pod.Name];
        return containers ? pod.Containers.Select(c => (IReadOnlyList<string>)[.. first, c.Container, .. Amounts(c.Usage)]) : [[.. first, .. Amounts(pod.Total)]];
    }

    public static string[] Amounts(Usage usage) => [$"{decimal.Ceiling(usage.Cpu * 1000):0}m", $"{decimal.Floor(usage.Memory / Mebibyte):0}Mi"];

    private static string Share(decimal used, decimal whole) => whole <= 0 ? "<unknown>" : $"{decimal.Floor(used / whole * 100):0}%";
}
