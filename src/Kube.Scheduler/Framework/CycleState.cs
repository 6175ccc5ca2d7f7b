namespace Kube.Scheduler.Framework;

/// <summary>What the rules have worked out for the pod being decided; one value per type, thrown away with the decision.</summary>
internal sealed class CycleState
{
    // A handful of values, asked for once per node: a walk over them is quicker than a hash.
    private readonly List<object> _values = [];
    private readonly List<IPlugin> _skipped = [];

    /// <summary>When set, only these nodes need to be looked at.</summary>
    public HashSet<string>? OnlyNodes { get; private set; }

    /// <summary>The filters that have something to say about this pod; worked out by the profile when it is first asked.</summary>
    public IFilter[]? Filters { get; set; }

    public void Set<T>(T value) where T : class
    {
        _values.RemoveAll(known => known is T);
        _values.Add(value);
    }

    public T Get<T>() where T : class => Find<T>() ?? throw new InvalidOperationException($"no {typeof(T).Name} was worked out for this pod");

    public T? Find<T>() where T : class
    {
        for (var i = 0; i < _values.Count; i++)
        {
            if (_values[i] is T value)
            {
                return value;
            }
        }

        return null;
    }

    public void Skip(IPlugin plugin) => _skipped.Add(plugin);

    public bool Skips(IPlugin plugin) => _skipped.Contains(plugin);

    /// <summary>The rules that narrowed the walk.</summary>
    public List<IRejectingPlugin> NarrowedBy { get; } = [];

    /// <summary>Narrows the nodes to walk; several rules narrow to what they have in common.</summary>
    public void Narrow(IRejectingPlugin plugin, HashSet<string> nodes)
    {
        NarrowedBy.Add(plugin);
        if (OnlyNodes is null)
        {
            OnlyNodes = nodes;
        }
        else
        {
            OnlyNodes.IntersectWith(nodes);
        }
    }
}
