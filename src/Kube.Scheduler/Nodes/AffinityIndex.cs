namespace Kube.Scheduler.Nodes;

/// <summary>
/// What the pods of all nodes wish about the pods around them, each distinct wish once. Pods of one template share their wishes, so asking
/// them about a pod costs as much as there are kinds of wishes, however many pods and nodes there are.
/// </summary>
internal sealed class AffinityIndex
{
    /// <summary>How much a required affinity of a running pod draws the pods it wishes for; Kubernetes' default.</summary>
    private const int RequiredTermPull = 1;

    private readonly Dictionary<(string Term, bool KeepsAway, int Pull), AffinityWish> _wishes = [];

    public IReadOnlyCollection<AffinityWish> Wishes => _wishes.Values;

    public void Clear() => _wishes.Clear();

    public void Add(NodeInfo node) => Count(node, 1);

    /// <summary>Takes back what <see cref="Add"/> counted for exactly this state of the node.</summary>
    public void Remove(NodeInfo node) => Count(node, -1);

    public AffinityIndex Copy()
    {
        var copy = new AffinityIndex();
        foreach (var (key, wish) in _wishes)
        {
            copy._wishes.Add(key, wish.Copy());
        }

        return copy;
    }

    private void Count(NodeInfo node, int by)
    {
        foreach (var pod in node.PodsWithAffinity)
        {
            foreach (var term in pod.RequiredAntiAffinity)
            {
                Count(node, term, keepsAway: true, 0, by);
            }

            foreach (var term in pod.RequiredAffinity)
            {
                Count(node, term, keepsAway: false, RequiredTermPull, by);
            }

            foreach (var term in pod.PreferredAffinity)
            {
                Count(node, term, keepsAway: false, term.Weight, by);
            }

            foreach (var term in pod.PreferredAntiAffinity)
            {
                Count(node, term, keepsAway: false, -term.Weight, by);
            }
        }
    }

    private void Count(NodeInfo node, AffinityTerm term, bool keepsAway, int pull, int by)
    {
        var key = (term.Key, keepsAway, pull);
        if (!_wishes.TryGetValue(key, out var wish))
        {
            _wishes[key] = wish = new AffinityWish(term, keepsAway, pull);
        }

        wish.Count(node, by);
        if (wish.Pods == 0)
        {
            _wishes.Remove(key);
        }
    }
}
