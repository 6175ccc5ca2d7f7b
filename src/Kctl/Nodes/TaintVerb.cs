using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Edit;

namespace Kctl.Nodes;

/// <summary><c>kctl taint</c>.</summary>
internal static class TaintVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("node NAME... KEY=VALUE:EFFECT... KEY[:EFFECT]-...", "nodes, then taints to set, and with a dash at the end those to take off");
        var overwrite = Flags.Switch("--overwrite", "change taints that are there already");
        var (objects, change) = (new ObjectFlags("taint"), new ChangeFlags("kubectl-taint"));
        return new Verb(
            "taint", "Keeps pods away from nodes, unless they tolerate it: NoSchedule, PreferNoSchedule or NoExecute.",
            "kctl taint nodes node-1 dedicated=db:NoSchedule", "kctl taint nodes node-1 dedicated-", "kctl taint nodes --all dedicated:NoExecute --overwrite")
            .With(words, overwrite).With(objects.All).With(change.All)
            .Does(async (parse, ct) =>
            {
                var (named, changes) = TaintChanges.Split(parse.GetValue(words) ?? []);
                if (changes.IsEmpty)
                {
                    throw new CommandException("at least one taint update is required, as in KEY=VALUE:NoSchedule or KEY-");
                }

                return await Setting.EachAsync(session, parse, objects, change, named, changes.Done(parse.GetValue(overwrite)), (found, _) => Task.FromResult<JsonObject?>(found.Type.Kind == "Node"
                    ? changes.Apply(found.Object, parse.GetValue(overwrite))
                    : throw new CommandException($"invalid resource type {found.Type.Plural}, only node types are supported")), ct);
            });
    }
}
