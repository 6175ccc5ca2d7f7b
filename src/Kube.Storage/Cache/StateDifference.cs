using Kube.Storage.Trees;

namespace Kube.Storage.Cache;

/// <summary>What changed between two states when the changes themselves were missed.</summary>
internal static class StateDifference
{
    /// <summary>One change per object that differs, in revision order; what is gone is taken to have gone at the revision of the new state.</summary>
    public static IReadOnlyList<CacheChange> Between(KeyTree<CacheEntry> before, KeyTree<CacheEntry> after, long revision)
    {
        var changes = new List<CacheChange>();
        foreach (var entry in All(before))
        {
            if (after.Get(entry.Key) is null)
            {
                changes.Add(new CacheChange(entry, null, revision));
            }
        }

        foreach (var entry in All(after))
        {
            var previous = before.Get(entry.Key);
            if (previous?.Revision != entry.Revision)
            {
                changes.Add(new CacheChange(previous, entry, entry.Revision));
            }
        }

        changes.Sort((a, b) => a.Revision.CompareTo(b.Revision));
        return changes;
    }

    private static IEnumerable<CacheEntry> All(KeyTree<CacheEntry> tree) => tree.Between("", "\uffff");
}
