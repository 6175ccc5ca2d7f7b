namespace Kube.Scheduler.Nodes;

/// <summary>
/// The nodes as they stood when the decision began. Kept from one decision to the next and brought up to date by <see cref="NodeCache.Update"/>,
/// which replaces only the nodes that changed.
/// </summary>
internal sealed class Snapshot
{
    private Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private NodeInfo[] _nodes = [];
    private ZoneCounts? _zones;

    /// <summary>The existing nodes, zones taking turns, so that a walk that ends early has seen all zones.</summary>
    public IReadOnlyList<NodeInfo> Nodes => _nodes;

    public int Count => _nodes.Length;

    /// <summary>The shapes of all pods that have a node.</summary>
    public IReadOnlyCollection<PodShape> Shapes { get; set; } = [];

    /// <summary>On how many nodes each image is.</summary>
    public IReadOnlyDictionary<string, int> ImageNodes { get; set; } = new Dictionary<string, int>();

    /// <summary>What the pods on the nodes wish about the pods around them.</summary>
    public AffinityIndex Affinity { get; private init; } = new();

    /// <summary>The pods of each shape by zone.</summary>
    public ZoneCounts Zones => _zones ??= new ZoneCounts(_nodes);

    public NodeInfo? Find(string name) => _indexes.TryGetValue(name, out var index) ? _nodes[index] : null;

    public void Replace(NodeInfo[] nodes)
    {
        _nodes = nodes;
        _zones = null;
        _indexes = new Dictionary<string, int>(nodes.Length, StringComparer.Ordinal);
        Affinity.Clear();
        for (var i = 0; i < nodes.Length; i++)
        {
            _indexes[nodes[i].Name] = i;
            Affinity.Add(nodes[i]);
        }
    }

    public void Replace(NodeInfo node)
    {
        if (_indexes.TryGetValue(node.Name, out var index))
        {
            Affinity.Add(node);
            Affinity.Remove(_nodes[index]);
            _zones?.Replace(_nodes[index], node);
            _nodes[index] = node;
        }
    }

    /// <summary>The same nodes with one of them replaced; for asking "what if".</summary>
    public Snapshot With(NodeInfo node)
    {
        var other = new Snapshot
        {
            Shapes = Shapes,
            ImageNodes = ImageNodes,
            Affinity = Affinity.Copy(),
            _nodes = (NodeInfo[])_nodes.Clone(),
            _indexes = _indexes,
        };
        other.Replace(node);
        return other;
    }
}
