using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Nodes;

/// <summary><c>kctl drain</c>.</summary>
internal static class DrainVerb
{
    public static Command Create(Session session)
    {
        var nodes = new NodeFlags("drain");
        var ignoreDaemonSets = Flags.Switch("--ignore-daemonsets", "leave the pods of daemon sets; they would come back at once");
        var deleteEmptyDir = Flags.Switch("--delete-emptydir-data", "go on although pods lose what they keep in emptyDir volumes");
        var force = Flags.Switch("--force", "evict pods too that no controller will make anew");
        var grace = Flags.Number("--grace-period", "seconds a pod may take to end; its own if not given");
        var timeout = Flags.Named("--timeout", "DURATION", "give up after this long; 0s goes on as long as it takes");
        var disableEviction = Flags.Switch("--disable-eviction", "delete instead of evicting, past all disruption budgets");
        var podSelector = Flags.Named("--pod-selector", "SELECTOR", "only pods with these labels");
        var skip = Flags.Number("--skip-wait-for-delete-timeout", "do not wait for pods that have been ending for more than this many seconds");
        return new Verb(
            "drain", "Empties nodes for maintenance: marks them unschedulable and evicts their pods, as far as disruption budgets allow.",
            "kctl drain node-1 --ignore-daemonsets", "kctl drain node-1 --ignore-daemonsets --delete-emptydir-data --timeout=5m", "kctl drain node-1 --force --grace-period=10")
            .With(nodes.All).With(ignoreDaemonSets, deleteEmptyDir, force, grace, timeout, disableEviction, podSelector, skip)
            .Does(async (parse, ct) =>
            {
                var drain = new DrainCommand(session)
                {
                    Rules = new DrainRules(parse.GetValue(force), parse.GetValue(ignoreDaemonSets), parse.GetValue(deleteEmptyDir), TimeSpan.FromSeconds(parse.GetValue(skip) ?? 0)),
                    Grace = parse.GetValue(grace) is { } seconds and >= 0 ? seconds : null,
                    Timeout = parse.GetValue(timeout) is { } text ? Durations.Parse(text, "--timeout") : TimeSpan.Zero,
                    Delete = parse.GetValue(disableEviction),
                    PodSelector = parse.GetValue(podSelector),
                    DryRun = nodes.DryRun(parse),
                };
                return await drain.RunAsync(await nodes.FindAsync(session, parse, ct), ct);
            });
    }
}
