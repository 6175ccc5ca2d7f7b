namespace Kube.Scheduler.Decisions;

/// <summary>
/// The decisions about pods that got a node, the last few thousand of them: older ones make room for newer ones, so memory is bounded whatever passes through.
/// Safe for one writer and any number of readers.
/// </summary>
internal sealed class DecisionLog(int capacity = DecisionLog.DefaultCapacity)
{
    /// <summary>A record takes a few hundred bytes, so all of them two megabytes.</summary>
    public const int DefaultCapacity = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DecisionRecord> _byPod = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Remembers the latest decision about a pod.</summary>
    public void Add(string uid, DecisionRecord record)
    {
        lock (_lock)
        {
            var known = _byPod.ContainsKey(uid);
            _byPod[uid] = record;
            if (known)
            {
                return;
            }

            _order.Enqueue(uid);
            if (_order.Count > capacity)
            {
                _byPod.Remove(_order.Dequeue());
            }
        }
    }

    /// <summary>The decision about a pod; null when it is not known, or no longer.</summary>
    public DecisionRecord? Find(string uid)
    {
        lock (_lock)
        {
            return _byPod.GetValueOrDefault(uid);
        }
    }
}
