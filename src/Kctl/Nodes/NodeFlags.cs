using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;

namespace Kctl.Nodes;

/// <summary>Which nodes cordon, uncordon and drain work on, and marking them unschedulable.</summary>
internal sealed class NodeFlags(string verb)
{
    private readonly Argument<string[]> _words = Flags.Words("NODE...", "the nodes");
    private readonly Option<string?> _selector = Flags.Selector();
    private readonly Option<string?> _dryRun = Flags.DryRun();

    public Symbol[] All => [_words, _selector, _dryRun];

    public DryRun DryRun(ParseResult parse) => DryRuns.Parse(parse.GetValue(_dryRun));

    /// <summary>The nodes as they are now; one that is missing is an error of the whole command.</summary>
    public async Task<IReadOnlyList<JsonObject>> FindAsync(Session session, ParseResult parse, CancellationToken ct)
    {
        var names = parse.GetValue(_words) ?? [];
        if (names.Length > 0 == (parse.GetValue(_selector) is not null))
        {
            throw new CommandException(names.Length > 0 ? "cannot specify both a node name and a --selector option" : $"USAGE: {verb} NODE [flags], or {verb} -l SELECTOR");
        }

        var type = await session.Names.FindAsync("nodes", ct);
        if (names.Length == 0)
        {
            return await new Target(type, null).ReadAsync(session, null, parse.GetValue(_selector), null, ct);
        }

        var nodes = new List<JsonObject>();
        foreach (var name in names)
        {
            var plain = name.Split('/') is [var kind, var rest] && kind is "node" or "nodes" or "no" ? name.Split('/')[1] : name;
            nodes.Add(await session.Api.GetAsync(type.ObjectPath(null, plain), ct));
        }

        return nodes;
    }

    /// <summary>Sets or clears the mark, and says so as kubectl does.</summary>
    public static async Task MarkAsync(Session session, JsonObject node, bool unschedulable, DryRun dry, CancellationToken ct)
    {
        var done = unschedulable ? "cordoned" : "uncordoned";
        if (node.Flag("spec", "unschedulable") == unschedulable)
        {
            await session.Out.WriteLineAsync($"node/{node.Name()} already {done}{dry.Note()}");
            return;
        }

        if (dry != Manifests.DryRun.Client)
        {
            var patch = new JsonObject { ["spec"] = new JsonObject { ["unschedulable"] = unschedulable ? true : null } };
            var type = await session.Names.FindAsync("nodes", ct);
            await session.Api.SendAsync(HttpMethod.Patch, QueryText.With(type.ObjectPath(null, node.Name()), ("fieldManager", "kubectl-cordon"), ("dryRun", dry.Query())), patch, ApplyPlan.Strategic, ct);
        }

        await session.Out.WriteLineAsync($"node/{node.Name()} {done}{dry.Note()}");
        await session.Out.FlushAsync(ct);
    }
}
