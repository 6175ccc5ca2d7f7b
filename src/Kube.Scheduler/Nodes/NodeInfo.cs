using Kube.Api.Core.V1;

namespace Kube.Scheduler.Nodes;

/// <summary>
/// One node with the sums over its pods, kept up to date pod by pod. The cache owns the living ones; decisions see copies (<see cref="Copy"/>),
/// which are never changed. <see cref="Generation"/> grows with every change anywhere, so a copy knows whether it is current.
/// </summary>
internal sealed class NodeInfo
{
    private static readonly IReadOnlyDictionary<string, string> s_noLabels = new Dictionary<string, string>();
    private static readonly IReadOnlyDictionary<string, long> s_noImages = new Dictionary<string, long>();
    private readonly List<PodFacts> _pods;
    private readonly List<HostPort> _usedPorts;
    private readonly List<ShapeCount> _shapes;
    private List<PodFacts> _withAffinity = [];

    public NodeInfo(string name)
        : this(name, [], [], [])
    {
    }

    private NodeInfo(string name, List<PodFacts> pods, List<HostPort> usedPorts, List<ShapeCount> shapes)
    {
        Name = name;
        _pods = pods;
        _usedPorts = usedPorts;
        _shapes = shapes;
    }

    public string Name { get; }

    /// <summary>Null while pods are known of a node that is not (yet, or any more).</summary>
    public Node? Node { get; private set; }

    public long Generation { get; set; }

    public IReadOnlyDictionary<string, string> Labels { get; private set; } = s_noLabels;

    public IReadOnlyList<Taint> Taints { get; private set; } = [];

    public bool Unschedulable { get; private set; }

    public ResourceAmounts Allocatable { get; private set; } = new();

    /// <summary>What the node's pods ask for.</summary>
    public ResourceAmounts Requested { get; private set; } = new();

    /// <summary>What the node's pods ask for or are assumed to need.</summary>
    public ResourceAmounts ScoringRequested { get; private set; } = new();

    /// <summary>Images on the node, by each of their names, with their size in bytes.</summary>
    public IReadOnlyDictionary<string, long> Images { get; private set; } = s_noImages;

    public IReadOnlyList<PodFacts> Pods => _pods;

    /// <summary>The pods that have an opinion about the pods around them.</summary>
    public IReadOnlyList<PodFacts> PodsWithAffinity => _withAffinity;

    public IReadOnlyList<HostPort> UsedPorts => _usedPorts;

    /// <summary>How many pods of each shape are here.</summary>
    public IReadOnlyList<ShapeCount> Shapes => _shapes;

    public void SetNode(Node? node)
    {
        Node = node;
        Labels = node?.Metadata?.Labels ?? s_noLabels;
        Taints = node?.Spec?.Taints ?? [];
        Unschedulable = node?.Spec?.Unschedulable ?? false;
        Allocatable = ResourceAmounts.From(node?.Status?.Allocatable ?? node?.Status?.Capacity);
        Images = ImagesOf(node);
    }

    public void AddPod(PodFacts pod, PodShape shape)
    {
        _pods.Add(pod);
        Requested.Add(pod.Requests);
        ScoringRequested.Add(pod.ScoringRequests);
        _usedPorts.AddRange(pod.HostPorts);
        if (pod.HasPodAffinity)
        {
            _withAffinity.Add(pod);
        }

        Count(shape, 1, pod.IsTerminating ? 0 : 1);
    }

    /// <summary>Removes what <see cref="AddPod"/> added; false when the pod is not here.</summary>
    public bool RemovePod(PodFacts pod, PodShape shape)
    {
        var index = _pods.FindIndex(p => p.Uid == pod.Uid);
        if (index < 0)
        {
            return false;
        }

        var known = _pods[index];
        _pods[index] = _pods[^1];
        _pods.RemoveAt(_pods.Count - 1);
        Requested.Subtract(known.Requests);
        ScoringRequested.Subtract(known.ScoringRequests);
        foreach (var port in known.HostPorts)
        {
            _usedPorts.Remove(port);
        }

        _withAffinity.Remove(known);
        Count(shape, -1, known.IsTerminating ? 0 : -1);

        return true;
    }

    /// <summary>A copy that later changes of this one do not reach.</summary>
    public NodeInfo Copy() => new(Name, [.. _pods], [.. _usedPorts], [.. _shapes])
    {
        Node = Node,
        Generation = Generation,
        Labels = Labels,
        Taints = Taints,
        Unschedulable = Unschedulable,
        Allocatable = Allocatable,
        Requested = Requested.Copy(),
        ScoringRequested = ScoringRequested.Copy(),
        Images = Images,
        _withAffinity = [.. _withAffinity],
    };

    private void Count(PodShape shape, int all, int staying)
    {
        var index = _shapes.FindIndex(count => count.Shape.Key == shape.Key);
        if (index < 0)
        {
            _shapes.Add(new ShapeCount(shape, all, staying));
            return;
        }

        var known = _shapes[index];
        if (known.All + all == 0)
        {
            _shapes.RemoveAt(index);
        }
        else
        {
            _shapes[index] = new ShapeCount(known.Shape, known.All + all, known.Staying + staying);
        }
    }

    private static IReadOnlyDictionary<string, long> ImagesOf(Node? node)
    {
        if (node?.Status?.Images is not { Count: > 0 } images)
        {
            return s_noImages;
        }

        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var image in images)
        {
            foreach (var name in image.Names ?? [])
            {
                sizes[name] = image.SizeBytes ?? 0;
            }
        }

        return sizes;
    }
}
