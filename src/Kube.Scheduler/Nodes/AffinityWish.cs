namespace Kube.Scheduler.Nodes;

/// <summary>One wish that running pods share about the pods around them, and the places they stand in.</summary>
/// <param name="term">What is wished for.</param>
/// <param name="keepsAway">True for required anti-affinity: matching pods may not come to these places.</param>
/// <param name="pull">How much the wish draws matching pods to these places; negative where it repels them.</param>
internal sealed class AffinityWish(AffinityTerm term, bool keepsAway, int pull)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private AffinityWish(AffinityWish other)
        : this(other.Term, other.KeepsAway, other.Pull)
    {
        Pods = other.Pods;
        _places = new Dictionary<string, int>(other._places, StringComparer.Ordinal);
    }

    public AffinityTerm Term { get; } = term;

    public bool KeepsAway { get; } = keepsAway;

    public int Pull { get; } = pull;

    /// <summary>All pods with this wish, also those on nodes without the label.</summary>
    public int Pods { get; private set; }

    /// <summary>Values of the term's topology key, each with the number of pods there that have this wish; never 0.</summary>
    public IReadOnlyDictionary<string, int> Places => _places;

    public void Count(NodeInfo node, int by)
    {
        Pods += by;
        if (!node.Labels.TryGetValue(Term.TopologyKey, out var place))
        {
            return;
        }

        var count = _places.GetValueOrDefault(place) + by;
        if (count == 0)
        {
            _places.Remove(place);
        }
        else
        {
            _places[place] = count;
        }
    }

    public bool Stands(NodeInfo node) => node.Labels.TryGetValue(Term.TopologyKey, out var place) && _places.ContainsKey(place);

    public AffinityWish Copy() => new(this);
}
