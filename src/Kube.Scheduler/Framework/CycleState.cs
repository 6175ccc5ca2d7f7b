namespace Kube.Scheduler.Framework;

/// <summary>What the rules have worked out for the pod being decided; one value per type, thrown away with the decision.</summary>
internal sealed class CycleState
{
    private readonly Dictionary<Type, object> _values = [];
    private readonly HashSet<IPlugin> _skipped = [];

    /// <summary>When set, only these nodes need to be looked at.</summary>
    public HashSet<string>? OnlyNodes { get; private set; }

    public void Set<T>(T value) where T : class => _values[typeof(T)] = value;

    public T Get<T>() where T : class => (T)_values[typeof(T)];

    public T? Find<T>() where T : class => _values.TryGetValue(typeof(T), out var value) ? (T)value : null;

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
