namespace Kube.Storage.Cache;

/// <summary>What one reader's label selector says, remembered by set: few sets are shared by many entries. Not for concurrent use.</summary>
internal sealed class LabelVerdicts(Func<IReadOnlyDictionary<string, string>, bool> judge)
{
    private const int Size = 1024;
    private readonly LabelSet?[] _judged = new LabelSet?[Size];
    private readonly bool[] _verdicts = new bool[Size];

    /// <summary>Whether the labels are selected.</summary>
    public bool Of(LabelSet labels)
    {
        var slot = labels.Id & (Size - 1);
        if (ReferenceEquals(_judged[slot], labels))
        {
            return _verdicts[slot];
        }

        _judged[slot] = labels;
        return _verdicts[slot] = judge(labels);
    }
}
