using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Nodes;

/// <summary><c>kctl cordon</c> and <c>kctl uncordon</c>.</summary>
internal static class CordonVerb
{
    public static Command CreateCordon(Session session) => Create(session, "cordon", "Marks nodes unschedulable: no new pods come to them.", unschedulable: true);

    public static Command CreateUncordon(Session session) => Create(session, "uncordon", "Lets new pods come to nodes again.", unschedulable: false);

    private static Verb Create(Session session, string name, string summary, bool unschedulable)
    {
        var nodes = new NodeFlags(name);
        return new Verb(name, summary, $"kctl {name} node-1", $"kctl {name} -l disk=slow").With(nodes.All).Does(async (parse, ct) =>
        {
            foreach (var node in await nodes.FindAsync(session, parse, ct))
            {
                await NodeFlags.MarkAsync(session, node, unschedulable, nodes.DryRun(parse), ct);
            }
        });
    }
}
