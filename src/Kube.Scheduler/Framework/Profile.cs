using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Framework;

/// <summary>The rules sorted by extension point, and how to ask them. Knows nothing of queues, clients or time.</summary>
internal sealed class Profile(IReadOnlyList<PluginEntry> plugins)
{
    private readonly IPreFilter[] _preFilters = Of<IPreFilter>(plugins);
    private readonly IFilter[] _filters = Of<IFilter>(plugins);
    private readonly IPreScore[] _preScores = Of<IPreScore>(plugins);
    private readonly IPostFilter[] _postFilters = Of<IPostFilter>(plugins);
    private readonly IReserve[] _reserves = Of<IReserve>(plugins);
    private readonly (IScore Plugin, int Weight)[] _scores = [.. plugins.Where(e => e.Plugin is IScore).Select(e => ((IScore)e.Plugin, e.Weight))];

    public IReadOnlyList<PluginEntry> Plugins => plugins;

    public IReadOnlyList<IPreEnqueue> PreEnqueues { get; } = Of<IPreEnqueue>(plugins);

    public IReadOnlyList<IPostFilter> PostFilters => _postFilters;

    /// <summary>Asks the rules about the pod itself; a rejection is written into the diagnosis.</summary>
    public bool PreFilter(CycleState cycle, PodFacts pod, Snapshot nodes, Diagnosis diagnosis)
    {
        foreach (var plugin in _preFilters)
        {
            var verdict = plugin.PreFilter(cycle, pod, nodes);
            if (verdict.IsSkip)
            {
                cycle.Skip(plugin);
            }
            else if (verdict.IsRejection)
            {
                diagnosis.RejectAll(plugin, verdict);
                return false;
            }
        }

        return true;
    }

    /// <summary>Asks the rules about one node; the first No ends it. Returns the rule that rejected, or null.</summary>
    public IFilter? Filter(CycleState cycle, PodFacts pod, NodeInfo node, out Verdict verdict)
    {
        foreach (var plugin in cycle.Filters ??= FiltersFor(cycle))
        {
            verdict = plugin.Filter(cycle, pod, node);
            if (!verdict.IsSuccess)
            {
                return plugin;
            }
        }

        verdict = Verdict.Success;
        return null;
    }

    /// <summary>Fills the sheet with every rule's score of every node, and their weighted sums.</summary>
    public void Rate(CycleState cycle, PodFacts pod, Snapshot nodes, IReadOnlyList<NodeInfo> feasible, ScoreSheet sheet)
    {
        var skipped = PreScore(cycle, pod, nodes, feasible);
        sheet.Begin(feasible.Count);
        foreach (var (plugin, weight) in _scores)
        {
            if (skipped.Contains(plugin))
            {
                continue;
            }

            var scores = sheet.Open(plugin, weight);
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = plugin.Rate(cycle, pod, feasible[i]);
            }

            plugin.Normalize(cycle, feasible, scores);
            sheet.Close();
        }
    }

    /// <summary>Lets the rules claim what they need; all claims are taken back when one refuses.</summary>
    public Verdict Reserve(CycleState cycle, PodFacts pod, string nodeName)
    {
        foreach (var plugin in _reserves)
        {
            var verdict = plugin.Reserve(cycle, pod, nodeName);
            if (!verdict.IsSuccess)
            {
                Unreserve(pod, nodeName);
                return verdict;
            }
        }

        return Verdict.Success;
    }

    public void Unreserve(PodFacts pod, string nodeName)
    {
        foreach (var plugin in _reserves)
        {
            plugin.Unreserve(pod, nodeName);
        }
    }

    private IFilter[] FiltersFor(CycleState cycle) => Array.FindAll(_filters, plugin => !cycle.Skips(plugin));

    private HashSet<IPlugin> PreScore(CycleState cycle, PodFacts pod, Snapshot nodes, IReadOnlyList<NodeInfo> feasible)
    {
        var skipped = new HashSet<IPlugin>();
        foreach (var plugin in _preScores)
        {
            if (plugin.PreScore(cycle, pod, nodes, feasible).IsSkip)
            {
                skipped.Add(plugin);
            }
        }

        return skipped;
    }

    private static T[] Of<T>(IReadOnlyList<PluginEntry> plugins) where T : class => [.. plugins.Select(e => e.Plugin).OfType<T>()];
}
