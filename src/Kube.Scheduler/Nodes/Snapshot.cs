namespace Kube.Scheduler.Nodes;

/// <summary>
/// The nodes as they stood when the decision began. Kept from one decision to the next and brought up to date by <see cref="NodeCache.Update"/>,
/// which replaces only the nodes that changed.
/// </summary>
internal sealed class Snapshot
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private NodeInfo[] _nodes = [];

    /// <summary>The existing nodes, zones taking turns, so that a walk that ends early has seen all zones.</summary>
    public IReadOnlyList<NodeInfo> Nodes => _nodes;

    public int Count => _nodes.Length;

    /// <summary>The shapes of all pods that have a node.</summary>
    public IReadOnlyCollection<PodShape> Shapes { get; set; } = [];

    /// <summary>On how many nodes each image is.</summary>
    public IReadOnlyDictionary<string, int> ImageNodes { get; set; } = new Dictionary<string, int>();

    /// <summary>Nodes that have pods with an opinion about the pods around them.</summary>
    public List<NodeInfo> NodesWithAffinity { get; } = [];

    public NodeInfo? Find(string name) => _indexes.TryGetValue(name, out var index) ? _nodes[index] : null;

    public void Replace(NodeInfo[] nodes)
    {
        _nodes = nodes;
        _indexes.Clear();
        for (var i = 0; i < nodes.Length; i++)
        {
            _indexes[nodes[i].Name] = i;
        }

        IndexAffinity();
    }

    public void Replace(NodeInfo node)
    {
        if (_indexes.TryGetValue(node.Name, out var index))
        {
            _nodes[index] = node;
        }
    }

    public void IndexAffinity()
    {
        NodesWithAffinity.Clear();
        foreach (var node in _nodes)
        {
            if (node.PodsWithAffinity.Count > 0)
            {
                NodesWithAffinity.Add(node);
            }
        }
    }

    /// <summary>The same nodes with one of them replaced; for asking "what if".</summary>
    public Snapshot With(NodeInfo node)
    {
        var other = new Snapshot { Shapes = Shapes, ImageNodes = ImageNodes };
        var nodes = (NodeInfo[])_nodes.Clone();
        nodes[_indexes[node.Name]] = node;
        other.Replace(nodes);
        return other;
    }
}
