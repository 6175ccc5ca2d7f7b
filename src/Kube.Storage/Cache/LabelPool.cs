using System.Runtime.InteropServices;

namespace Kube.Storage.Cache;

/// <summary>
/// One instance for label sets that repeat: the pods of a workload carry the same labels, and a selector is asked about each instance once.
/// As in <see cref="StringPool"/> a newcomer takes the place of what was there, so equal sets are mostly, not always, one instance. Not for concurrent use.
/// </summary>
internal sealed class LabelPool
{
    private const int Size = 1024;
    private LabelSet?[]? _slots;
    private int _made;

    /// <summary>The set of some pairs: key, value, key, value, ...</summary>
    public LabelSet Get(List<string> pairs)
    {
        if (pairs.Count == 0)
        {
            return LabelSet.Empty;
        }

        var hash = default(HashCode);
        foreach (var text in pairs)
        {
            hash.Add(text);
        }

        _slots ??= new LabelSet?[Size];
        ref var slot = ref _slots[(uint)hash.ToHashCode() % Size];
        return slot is not null && slot.IsOf(CollectionsMarshal.AsSpan(pairs)) ? slot : slot = new LabelSet([.. pairs], ++_made);
    }
}
