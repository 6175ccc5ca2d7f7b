namespace Kube.Scheduler.Nodes;

/// <summary>How many pods of each shape stay in each zone, kept up to date node by node, so that spreading over zones need not walk the nodes.</summary>
internal sealed class ZoneCounts
{
    private static readonly IReadOnlyDictionary<string, int> s_none = new Dictionary<string, int>();
    private readonly Dictionary<PodShape, Dictionary<string, int>> _shapes = [];

    public ZoneCounts(IReadOnlyList<NodeInfo> nodes)
    {
        foreach (var node in nodes)
        {
            Count(node, 1);
        }
    }

    /// <summary>Values of the zone label, each with the pods of the shape there that are not being deleted; zones without any may be missing.</summary>
    public IReadOnlyDictionary<string, int> Of(PodShape shape) => _shapes.GetValueOrDefault(shape) ?? s_none;

    public void Replace(NodeInfo before, NodeInfo after)
    {
        Count(after, 1);
        Count(before, -1);
    }

    private void Count(NodeInfo node, int sign)
    {
        if (!node.Labels.TryGetValue(WellKnownLabels.Zone, out var zone))
        {
            return;
        }

        var shapes = node.Shapes;
        for (var i = 0; i < shapes.Count; i++)
        {
            if (shapes[i].Staying != 0)
            {
                Count(shapes[i].Shape, zone, sign * shapes[i].Staying);
            }
        }
    }

    private void Count(PodShape shape, string zone, int by)
    {
        if (!_shapes.TryGetValue(shape, out var zones))
        {
            _shapes[shape] = zones = new Dictionary<string, int>(StringComparer.Ordinal);
        }

        var count = zones.GetValueOrDefault(zone) + by;
        if (count != 0)
        {
            zones[zone] = count;
        }
        else if (zones.Remove(zone) && zones.Count == 0)
        {
            _shapes.Remove(shape);
        }
    }
}
