namespace Kube.Client;

/// <summary>
/// Decides which Event an occurrence belongs to. More than ten different messages of one reason about one object within ten minutes are folded into one Event,
/// as in Kubernetes, where its message then begins with <c>(combined from similar events): </c>.
/// </summary>
internal sealed class EventCorrelator
{
    private const int RememberedEvents = 4096;
    private const int SimilarEvents = 10;
    private static readonly TimeSpan s_similarWithin = TimeSpan.FromMinutes(10);

    private readonly Dictionary<EventKey, EventRecord> _records = [];
    private readonly Queue<EventKey> _age = [];
    private readonly Dictionary<EventKey, (HashSet<string> Messages, DateTime Last)> _similar = [];

    public EventRecord Note(Occurrence occurrence)
    {
        var group = KeyOf(occurrence, message: null);
        var many = IsOneOfMany(group, occurrence);
        var key = many ? group : group with { Message = occurrence.Message };
        if (!_records.TryGetValue(key, out var record))
        {
            record = new EventRecord(key, occurrence);
            Remember(record);
        }

        record.Repeat(occurrence, many ? "(combined from similar events): " + occurrence.Message : occurrence.Message);
        return record;
    }

    public void Forget(EventRecord record) => _records.Remove(record.Key);

    private bool IsOneOfMany(EventKey group, Occurrence occurrence)
    {
        var (messages, last) = _similar.GetValueOrDefault(group);
        if (messages is null || occurrence.At - last > s_similarWithin)
        {
            messages = [];
        }

        if (messages.Count <= SimilarEvents)
        {
            messages.Add(occurrence.Message);
        }

        if (_similar.Count >= RememberedEvents)
        {
            _similar.Clear();
        }

        _similar[group] = (messages, occurrence.At);
        return messages.Count > SimilarEvents;
    }

    private void Remember(EventRecord record)
    {
        while (_age.Count >= RememberedEvents)
        {
            _records.Remove(_age.Dequeue());
        }

        _records[record.Key] = record;
        _age.Enqueue(record.Key);
    }

    private static EventKey KeyOf(Occurrence occurrence, string? message) => new(
        occurrence.About.Uid,
        occurrence.About.Kind,
        new ObjectKey(occurrence.About.Namespace, occurrence.About.Name ?? ""),
        occurrence.About.FieldPath,
        occurrence.Type,
        occurrence.Reason,
        message);
}
