using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Describe;

/// <summary>The events of an object, oldest first.</summary>
internal static class EventText
{
    public static async Task<IReadOnlyList<JsonObject>> ReadAsync(Session session, JsonObject obj, CancellationToken ct)
    {
        var events = await session.Names.FindAsync("events", ct);
        var fields = $"involvedObject.name={obj.Name()},involvedObject.kind={obj.Text("kind")}";
        var list = await session.Api.ListAsync(QueryText.With(events.CollectionPath(obj.Namespace()), ("fieldSelector", fields)), ct);
        var uid = obj.Text("metadata", "uid");
        return [.. list.Objects("items")
            .Where(e => e.Text("involvedObject", "uid") is not { Length: > 0 } about || about == uid || about == obj.Name())
            .OrderBy(LastSeen)];
    }

    public static void Write(DescribeContext context, IReadOnlyList<JsonObject> events)
    {
        if (events.Count == 0)
        {
            context.Writer.Field(0, "Events", null);
            return;
        }

        context.Writer.Line(0, "Events:");
        context.Writer.Table(1, ["Type", "Reason", "Age", "From", "Message"], events.Select(e => (IReadOnlyList<string>)[
            e.Text("type") ?? "",
            e.Text("reason") ?? "",
            Age(context, e),
            e.Text("source", "component") is { Length: > 0 } component ? component : e.Text("reportingComponent") ?? "",
            (e.Text("message") ?? "").Trim().ReplaceLineEndings(" ")]));
    }

    private static string Age(DescribeContext context, JsonObject e)
    {
        var last = LastSeen(e) is { } time ? Durations.Age(context.Now - time) : "<unknown>";
        var count = e.Number("series", "count") ?? e.Number("count") ?? 1;
        var first = e.Time("firstTimestamp") ?? e.Time("eventTime");
        return count > 1 && first is { } begin ? $"{last} (x{count} over {Durations.Age(context.Now - begin)})" : last;
    }

    private static DateTimeOffset? LastSeen(JsonObject e) =>
        e.Time("series", "lastObservedTime") ?? e.Time("lastTimestamp") ?? e.Time("eventTime") ?? e.Time("metadata", "creationTimestamp");
}
