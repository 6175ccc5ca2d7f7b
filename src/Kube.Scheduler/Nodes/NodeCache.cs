using Kube.Api.Core.V1;

namespace Kube.Scheduler.Nodes;

/// <summary>
/// The node picture: every node with the pods bound to it, and the pods that were given a node here and whose binding is not confirmed yet (assumed).
/// Fed by informers and by the decision loop from several threads; all members are safe to call at any time.
/// A pod is counted exactly once from the moment it is assumed: the confirmation that comes by watch replaces the assumption, whatever node it names.
/// </summary>
internal sealed class NodeCache(TimeProvider time, TimeSpan assumedLifetime)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, NodeInfo> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PodPlace> _pods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PodShape> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _imageNodes = new(StringComparer.Ordinal);
    private readonly HashSet<NodeInfo> _dirty = [];
    private bool _nodesChanged = true;
    private bool _imagesChanged = true;
    private long _generation;

    public int AssumedCount
    {
        get
        {
            lock (_lock)
            {
                return _pods.Values.Count(place => place.Assumed);
            }
        }
    }

    public void SetNode(Node node)
    {
        lock (_lock)
        {
            var info = GetOrAdd(node.Metadata!.Name!);
            _nodesChanged |= info.Node is null || ZoneOf(info.Labels) != ZoneOf(node.Metadata.Labels);
            CountImages(info, -1);
            info.SetNode(node);
            CountImages(info, 1);
            Touch(info);
        }
    }

    public void RemoveNode(string name)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(name, out var info))
            {
                return;
            }

            CountImages(info, -1);
            info.SetNode(null);
            _nodesChanged = true;
            DropIfEmpty(info);
        }
    }

    /// <summary>A pod with a node was seen on the watch, new or changed.</summary>
    public void SetPod(PodFacts pod)
    {
        lock (_lock)
        {
            Remove(pod.Uid);
            Add(pod, pod.NodeName!, assumed: false);
        }
    }

    /// <summary>A pod is gone or finished; false when it was not counted anywhere.</summary>
    public bool RemovePod(string uid)
    {
        lock (_lock)
        {
            return Remove(uid);
        }
    }

    /// <summary>Counts a pod on the node it was just given; false when it is counted already.</summary>
    public bool Assume(PodFacts pod, string nodeName)
    {
        lock (_lock)
        {
            if (_pods.ContainsKey(pod.Uid))
            {
                return false;
            }

            Add(pod, nodeName, assumed: true);
            return true;
        }
    }

    /// <summary>The API server accepted the binding; from now on the confirmation must arrive within the lifetime of an assumption.</summary>
    public void FinishBinding(PodFacts pod)
    {
        lock (_lock)
        {
            if (_pods.TryGetValue(pod.Uid, out var place) && place.Assumed && assumedLifetime > TimeSpan.Zero)
            {
                place.Expires = time.GetUtcNow() + assumedLifetime;
            }
        }
    }

    /// <summary>Takes an assumption back after a failed binding; a confirmed pod stays.</summary>
    public bool Forget(PodFacts pod)
    {
        lock (_lock)
        {
            return _pods.TryGetValue(pod.Uid, out var place) && place.Assumed && Remove(pod.Uid);
        }
    }

    public bool IsAssumed(string uid)
    {
        lock (_lock)
        {
            return _pods.TryGetValue(uid, out var place) && place.Assumed;
        }
    }

    /// <summary>Drops assumptions that were bound long ago and never confirmed; returns their uids.</summary>
    public IReadOnlyList<string> ExpireAssumed()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var expired = _pods.Where(pair => pair.Value.Assumed && pair.Value.Expires <= now).Select(pair => pair.Key).ToArray();
            foreach (var uid in expired)
            {
                Remove(uid);
            }

            return expired;
        }
    }

    /// <summary>Brings a snapshot up to date. There is one snapshot per cache: nodes it has been told of are not reported again.</summary>
    public void Update(Snapshot snapshot)
    {
        lock (_lock)
        {
            if (_nodesChanged)
            {
                snapshot.Replace(ZoneOrder());
            }
            else if (_dirty.Count > 0)
            {
                foreach (var info in _dirty)
                {
                    snapshot.Replace(info.Copy());
                }
            }

            if (_nodesChanged || _dirty.Count > 0)
            {
                snapshot.Shapes = [.. _shapes.Values];
                if (_imagesChanged)
                {
                    snapshot.ImageNodes = new Dictionary<string, int>(_imageNodes, StringComparer.Ordinal);
                    _imagesChanged = false;
                }
            }

            _nodesChanged = false;
            _dirty.Clear();
        }
    }

    private void Add(PodFacts pod, string nodeName, bool assumed)
    {
        if (!_shapes.TryGetValue(pod.Shape, out var shape))
        {
            _shapes[pod.Shape] = shape = new PodShape(pod.Shape, pod.Namespace, pod.Labels);
        }

        shape.References++;
        var info = GetOrAdd(nodeName);
        info.AddPod(pod, shape);
        _pods[pod.Uid] = new PodPlace(pod, nodeName, shape) { Assumed = assumed };
        Touch(info);
    }

    private bool Remove(string uid)
    {
        if (!_pods.Remove(uid, out var place))
        {
            return false;
        }

        var info = _nodes[place.NodeName];
        info.RemovePod(place.Pod, place.Shape);
        if (--place.Shape.References == 0)
        {
            _shapes.Remove(place.Shape.Key);
        }

        Touch(info);
        DropIfEmpty(info);
        return true;
    }

    private NodeInfo GetOrAdd(string name)
    {
        if (!_nodes.TryGetValue(name, out var info))
        {
            _nodes[name] = info = new NodeInfo(name);
        }

        return info;
    }

    private void Touch(NodeInfo info)
    {
        info.Generation = ++_generation;
        _dirty.Add(info);
    }

    private void DropIfEmpty(NodeInfo info)
    {
        if (info.Node is null && info.Pods.Count == 0)
        {
            _nodes.Remove(info.Name);
            _dirty.Remove(info);
        }
    }

    private void CountImages(NodeInfo info, int by)
    {
        foreach (var name in info.Images.Keys)
        {
            _imagesChanged = true;
            var count = _imageNodes.GetValueOrDefault(name) + by;
            if (count == 0)
            {
                _imageNodes.Remove(name);
            }
            else
            {
                _imageNodes[name] = count;
            }
        }
    }

    private NodeInfo[] ZoneOrder()
    {
        var zones = _nodes.Values.Where(info => info.Node is not null)
            .OrderBy(info => info.Name, StringComparer.Ordinal)
            .GroupBy(info => ZoneOf(info.Labels), StringComparer.Ordinal)
            .OrderBy(zone => zone.Key, StringComparer.Ordinal)
            .Select(zone => zone.ToArray())
            .ToArray();
        var longest = zones.Length == 0 ? 0 : zones.Max(zone => zone.Length);
        var ordered = new List<NodeInfo>(_nodes.Count);
        for (var i = 0; i < longest; i++)
        {
            ordered.AddRange(zones.Where(zone => i < zone.Length).Select(zone => zone[i].Copy()));
        }

        return [.. ordered];
    }

    private static string ZoneOf(IReadOnlyDictionary<string, string>? labels) =>
        labels is null ? "" : $"{labels.GetValueOrDefault(WellKnownLabels.Region)}/{labels.GetValueOrDefault(WellKnownLabels.Zone)}";

    private sealed class PodPlace(PodFacts pod, string nodeName, PodShape shape)
    {
        public PodFacts Pod { get; } = pod;

        public string NodeName { get; } = nodeName;

        public PodShape Shape { get; } = shape;

        public bool Assumed { get; init; }

        public DateTimeOffset? Expires { get; set; }
    }
}
