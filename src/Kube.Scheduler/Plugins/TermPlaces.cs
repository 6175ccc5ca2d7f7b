using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Plugins;

/// <summary>For each of a pod's terms, how many running pods match it in each place. Selectors are asked once per shape of pods.</summary>
internal sealed class TermPlaces(AffinityTerm[] terms)
{
    private readonly Dictionary<string, int>[] _places = [.. terms.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly Dictionary<PodShape, bool>?[] _matches = new Dictionary<PodShape, bool>?[terms.Length];

    /// <summary>True when no place has a matching pod.</summary>
    public bool IsEmpty => Array.TrueForAll(_places, places => places.Count == 0);

    public IReadOnlyDictionary<string, int> Places(int term) => _places[term];

    /// <summary>Matching pods in the node's place.</summary>
    public int Count(int term, NodeInfo node) =>
        node.Labels.TryGetValue(terms[term].TopologyKey, out var place) ? _places[term].GetValueOrDefault(place) : 0;

    /// <summary>Counts the node's pods for each term they match.</summary>
    public void CountEach(NodeInfo node, IClusterFacts facts)
    {
        var shapes = node.Shapes;
        for (var i = 0; i < shapes.Count; i++)
        {
            for (var term = 0; term < terms.Length; term++)
            {
                if (Matches(term, shapes[i].Shape, facts))
                {
                    Add(term, node, shapes[i].All);
                }
            }
        }
    }

    /// <summary>Counts those of the node's pods that match all terms, for each of them.</summary>
    public void CountAll(NodeInfo node, IClusterFacts facts)
    {
        var shapes = node.Shapes;
        for (var i = 0; terms.Length > 0 && i < shapes.Count; i++)
        {
            var all = true;
            for (var term = 0; all && term < terms.Length; term++)
            {
                all = Matches(term, shapes[i].Shape, facts);
            }

            for (var term = 0; all && term < terms.Length; term++)
            {
                Add(term, node, shapes[i].All);
            }
        }
    }

    private bool Matches(int term, PodShape shape, IClusterFacts facts)
    {
        var known = _matches[term] ??= [];
        if (!known.TryGetValue(shape, out var matches))
        {
            known[shape] = matches = terms[term].Matches(shape.Namespace, shape.Labels, facts);
        }

        return matches;
    }

    private void Add(int term, NodeInfo node, int count)
    {
        if (node.Labels.TryGetValue(terms[term].TopologyKey, out var place))
        {
            _places[term][place] = _places[term].GetValueOrDefault(place) + count;
        }
    }
}
