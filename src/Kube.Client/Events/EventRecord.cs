namespace Kube.Client;

/// <summary>An Event as it stands on the server, with all repeats folded into it.</summary>
internal sealed class EventRecord(EventKey key, Occurrence first)
{
    public EventKey Key { get; } = key;

    /// <summary>Name of the Event once created.</summary>
    public string? Name { get; set; }

    public int Count { get; private set; }

    public DateTime First { get; private set; } = first.At;

    public DateTime Last { get; private set; } = first.At;

    public string Message { get; private set; } = first.Message;

    public void Repeat(Occurrence occurrence, string message)
    {
        Count++;
        Last = occurrence.At;
        Message = message;
    }

    public void Restart(Occurrence occurrence)
    {
        Name = null;
        Count = 1;
        First = Last = occurrence.At;
    }
}
