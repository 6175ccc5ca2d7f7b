using System.Globalization;

namespace Kube.Scheduler.Framework;

/// <summary>Why a pod found no node: one verdict per node, or one for all of them, and what came of trying to make room.</summary>
internal sealed class Diagnosis
{
    private static readonly Verdict s_unexplained = Verdict.Unresolvable();
    private readonly Dictionary<string, Refusal> _byNode = [];
    private readonly HashSet<IRejectingPlugin> _rejectors = [];

    public Diagnosis(int nodeCount) => NodeCount = nodeCount;

    public int NodeCount { get; }

    /// <summary>The verdict of the nodes that were not looked at one by one.</summary>
    public Verdict OtherNodes { get; set; } = s_unexplained;

    /// <summary>The words of the rule that rejected the pod before any node was looked at.</summary>
    public string PreFilterMessage { get; private set; } = "";

    /// <summary>The words of the attempt to make room.</summary>
    public string PostFilterMessage { get; set; } = "";

    /// <summary>The rules that rejected; what they wait for decides when the pod is tried again. Empty: any change may help.</summary>
    public IReadOnlyCollection<IRejectingPlugin> Rejectors => _rejectors;

    /// <summary>The nodes that were asked and refused, each with its rule and verdict.</summary>
    public IReadOnlyDictionary<string, Refusal> ByNode => _byNode;

    public void Reject(string node, IRejectingPlugin plugin, Verdict verdict)
    {
        _byNode[node] = new Refusal(plugin, verdict);
        _rejectors.Add(plugin);
    }

    public void Reject(string node, Verdict verdict) => _byNode[node] = new Refusal(null, verdict);

    public void RejectAll(IRejectingPlugin plugin, Verdict verdict)
    {
        OtherNodes = verdict;
        PreFilterMessage = verdict.Message;
        _rejectors.Add(plugin);
    }

    public void AddRejector(IRejectingPlugin plugin) => _rejectors.Add(plugin);

    public Verdict For(string node) => _byNode.TryGetValue(node, out var refusal) ? refusal.Verdict : OtherNodes;

    /// <summary>The sentence a person reads in the FailedScheduling event: reasons counted over the nodes and sorted as text.</summary>
    public override string ToString()
    {
        var text = $"0/{NodeCount} nodes are available:";
        var reasons = PreFilterMessage.Length > 0 ? PreFilterMessage : CountReasons();
        if (reasons.Length > 0)
        {
            text += $" {reasons}.";
        }

        return PostFilterMessage.Length > 0 ? $"{text} {PostFilterMessage}" : text;
    }

    private string CountReasons()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var refusal in _byNode.Values)
        {
            Count(counts, refusal.Verdict, 1);
        }

        if (_byNode.Count < NodeCount)
        {
            Count(counts, OtherNodes, NodeCount - _byNode.Count);
        }

        var lines = counts.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key}")).ToArray();
        Array.Sort(lines, StringComparer.Ordinal);
        return string.Join(", ", lines);
    }

    private static void Count(Dictionary<string, int> counts, Verdict verdict, int nodes)
    {
        foreach (var reason in verdict.Reasons)
        {
            counts[reason] = counts.GetValueOrDefault(reason) + nodes;
        }
    }
}
