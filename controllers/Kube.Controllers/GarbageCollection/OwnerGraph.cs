using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kube.Controllers.GarbageCollection;

/// <summary>
/// Who owns whom, for every object of the cluster, as the watches have shown it. Only identity, owners and the state of deletion are kept.
/// An owner that was named but never seen, or is gone, stands in the graph as an unseen node for as long as something names it.
/// Every change answers with the uids whose fate must be looked at. All members are safe for concurrent use.
/// </summary>
internal sealed class OwnerGraph
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Node> _nodes = [];

    /// <summary>Number of objects seen and owners named.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _nodes.Count;
            }
        }
    }

    /// <summary>An object was seen. Returns what to look at.</summary>
    public IReadOnlyCollection<string> Observe(ResourceInfo kind, PartialObjectMetadata value)
    {
        lock (_lock)
        {
            var affected = new HashSet<string>();
            var node = NodeOf(value.Metadata!.Uid!);
            node.Kind = kind;
            node.Key = ObjectKey.Of(value);
            SetOwners(node, value.Metadata.OwnerReferences ?? [], affected);
            SetDeletion(node, value.Metadata, affected);
            return affected;
        }
    }

    /// <summary>An object is gone. Returns its dependents and the owners that waited for it.</summary>
    public IReadOnlyCollection<string> Remove(string uid)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(uid, out var node) || !node.IsSeen)
            {
                return [];
            }

            var affected = node.Dependents.Select(dependent => dependent.Uid).ToHashSet();
            SetOwners(node, [], affected);
            node.Kind = null;
            node.WasSeenToGo = true;
            node.IsBeingDeleted = node.IsDeletingDependents = node.IsOrphaning = false;
            DropIfUnused(node);
            return affected;
        }
    }

    /// <summary>What is known of an object; null when it was never seen or is gone.</summary>
    public GraphItem? Find(string uid)
    {
        lock (_lock)
        {
            return _nodes.TryGetValue(uid, out var node) && node.IsSeen ? ItemOf(node) : null;
        }
    }

    /// <summary>The objects that name <paramref name="uid"/> as an owner.</summary>
    public IReadOnlyList<GraphItem> DependentsOf(string uid)
    {
        lock (_lock)
        {
            return _nodes.TryGetValue(uid, out var node) ? [.. node.Dependents.Select(ItemOf)] : [];
        }
    }

    /// <summary>Whether this owner was seen to go, so that nobody need ask for it.</summary>
    public bool IsKnownAbsent(string uid)
    {
        lock (_lock)
        {
            return _nodes.TryGetValue(uid, out var node) && !node.IsSeen && node.WasSeenToGo;
        }
    }

    private Node NodeOf(string uid)
    {
        if (!_nodes.TryGetValue(uid, out var node))
        {
            node = new Node(uid);
            _nodes.Add(uid, node);
        }

        return node;
    }

    private void SetOwners(Node node, List<OwnerReference> references, HashSet<string> affected)
    {
        var before = node.Owners;
        node.Owners = references.FindAll(reference => reference.Uid is not null);
        foreach (var owner in before.Where(old => !node.Owners.Exists(reference => reference.Uid == old.Uid)).Select(old => NodeOf(old.Uid!)))
        {
            owner.Dependents.Remove(node);
            WakeIfWaiting(owner, affected);
            DropIfUnused(owner);
        }

        foreach (var owner in node.Owners.Select(reference => NodeOf(reference.Uid!)))
        {
            owner.Dependents.Add(node);
            WakeIfWaiting(owner, affected);
            if (!owner.IsSeen || owner.IsDeletingDependents)
            {
                affected.Add(node.Uid);
            }
        }
    }

    private static void SetDeletion(Node node, ObjectMeta metadata, HashSet<string> affected)
    {
        node.IsBeingDeleted = metadata.DeletionTimestamp is not null;
        node.IsOrphaning = node.IsBeingDeleted && metadata.Finalizers?.Contains(DeletionRules.OrphanFinalizer) == true;
        node.IsDeletingDependents = node.IsBeingDeleted && metadata.Finalizers?.Contains(DeletionRules.ForegroundFinalizer) == true;
        if (node.IsOrphaning || node.IsDeletingDependents)
        {
            affected.Add(node.Uid);
        }

        if (node.IsDeletingDependents && !node.IsOrphaning)
        {
            affected.UnionWith(node.Dependents.Select(dependent => dependent.Uid));
        }
    }

    private static void WakeIfWaiting(Node owner, HashSet<string> affected)
    {
        if (owner.IsDeletingDependents)
        {
            affected.Add(owner.Uid);
        }
    }

    private void DropIfUnused(Node node)
    {
        if (!node.IsSeen && node.Dependents.Count == 0)
        {
            _nodes.Remove(node.Uid);
        }
    }

    private GraphItem ItemOf(Node node) => new(
        node.Uid, node.Kind!, node.Key,
        Dependents: node.Dependents.Count,
        HasDoubtfulOwner: node.Owners.Exists(owner => _nodes.GetValueOrDefault(owner.Uid!) is not { IsSeen: true, IsDeletingDependents: false }),
        node.IsBeingDeleted, node.IsDeletingDependents, node.IsOrphaning,
        Blocks: node.Owners.Where(owner => owner.BlockOwnerDeletion == true).Select(owner => owner.Uid!).ToHashSet(StringComparer.Ordinal));

    private sealed class Node(string uid)
    {
        public string Uid => uid;

        /// <summary>Null for an owner that was named but not seen, or is gone.</summary>
        public ResourceInfo? Kind { get; set; }

        public bool IsSeen => Kind is not null;

        public bool WasSeenToGo { get; set; }

        public ObjectKey Key { get; set; }

        public List<OwnerReference> Owners { get; set; } = [];

        public HashSet<Node> Dependents { get; } = [];

        public bool IsBeingDeleted { get; set; }

        public bool IsDeletingDependents { get; set; }

        public bool IsOrphaning { get; set; }
    }
}
