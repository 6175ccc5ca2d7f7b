namespace Kube.Client;

/// <summary>
/// How many events may be written about one object: 25 at once, and then one more every five minutes, as in Kubernetes. A ReplicaSet that
/// creates thousands of pods must not cost a write per pod on top of the pod.
/// </summary>
internal sealed class EventBudget
{
    private const int Burst = 25;
    private const int RememberedObjects = 4096;
    private static readonly TimeSpan s_refill = TimeSpan.FromMinutes(5);

    private readonly Dictionary<(string? Host, string? Kind, ObjectKey Name, string? Uid), (double Left, DateTime At)> _objects = [];

    /// <summary>Takes one from the budget of the occurrence's object; false when it is spent.</summary>
    public bool TrySpend(Occurrence occurrence)
    {
        var about = occurrence.About;
        var key = (occurrence.Host, about.Kind, new ObjectKey(about.Namespace, about.Name ?? ""), about.Uid);
        if (!_objects.TryGetValue(key, out var budget))
        {
            if (_objects.Count >= RememberedObjects)
            {
                _objects.Clear();
            }

            budget = (Burst, occurrence.At);
        }

        var left = Math.Min(Burst, budget.Left + ((occurrence.At - budget.At) / s_refill));
        var enough = left >= 1;
        _objects[key] = (enough ? left - 1 : left, occurrence.At);
        return enough;
    }
}
