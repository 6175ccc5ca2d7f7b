using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>The columns of an Event, whichever of its two groups it is read through.</summary>
internal static class EventColumns
{
    public static IReadOnlyList<Column<Event>> All { get; } =
    [
        new("Last Seen", "string", (e, now) => Ages.Since(LastSeen(e), now), Description: "Time since it last happened."),
        new("Type", "string", (e, _) => e.Type, Description: "Normal or Warning."),
        new("Reason", "string", (e, _) => e.Reason, Description: "Short machine-readable reason."),
        new("Object", "string", (e, _) => Target(e.InvolvedObject), Description: "What it happened to."),
        new("Subobject", "string", (e, _) => e.InvolvedObject?.FieldPath, 1, Description: "The part of the object it happened to."),
        new("Source", "string", (e, _) => Source(e), 1, Description: "The component that reported it, and where that ran."),
        new("Message", "string", (e, _) => e.Message?.Trim(), Description: "What happened, for people."),
        new("First Seen", "string", (e, now) => Ages.Since(FirstSeen(e), now), 1, Description: "Time since it first happened."),
        new("Count", "string", (e, _) => e.Series?.Count ?? (e.Count is null or 0 ? 1 : e.Count), 1, Description: "How often it happened."),
        new("Name", "string", (e, _) => e.Metadata?.Name, 1, "name", "Name of the event object."),
    ];

    private static DateTime? FirstSeen(Event e) => e.FirstTimestamp ?? e.EventTime;

    private static DateTime? LastSeen(Event e) => e.Series?.LastObservedTime ?? e.LastTimestamp ?? FirstSeen(e);

    private static string Target(ObjectReference? target)
    {
        var kind = target?.Kind?.ToLowerInvariant() ?? "";
        return string.IsNullOrEmpty(target?.Name) ? kind : $"{kind}/{target.Name}";
    }

    private static string Source(Event e)
    {
        var component = string.IsNullOrEmpty(e.Source?.Component) ? e.ReportingComponent : e.Source.Component;
        var host = string.IsNullOrEmpty(e.Source?.Host) ? e.ReportingInstance : e.Source.Host;
        return string.IsNullOrEmpty(host) ? component ?? "" : $"{component}, {host}";
    }
}
