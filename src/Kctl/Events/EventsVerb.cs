using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;
using Kube.Client;

namespace Kctl.Events;

/// <summary><c>kctl events</c>: what happened, the latest last.</summary>
internal static class EventsVerb
{
    public static Command Create(Session session)
    {
        var (allNamespaces, output) = (Flags.AllNamespaces(), Flags.Output());
        var about = Flags.Named("--for", "TYPE/NAME", "only about this object");
        var types = Flags.Many("--types", "Normal,Warning", "only of these types");
        var watch = Flags.Switch("--watch", "then go on showing what happens", "-w");
        var noHeaders = Flags.Switch("--no-headers", "rows without the header line");
        return new Verb("events", "Shows what happened, the latest last.", "kctl events", "kctl events --for=deployment/web", "kctl events --types=Warning -A", "kctl events --watch")
            .With(allNamespaces, about, types, watch, noHeaders, output).Does(async (parse, ct) =>
            {
                var command = new EventsCommand(session)
                {
                    AllNamespaces = parse.GetValue(allNamespaces),
                    Types = [.. (parse.GetValue(types) ?? []).SelectMany(t => t.Split(','))],
                    About = parse.GetValue(about) is { } text ? await Target.SingleAsync([text], session, "show events of", ct) : null,
                    Headers = !parse.GetValue(noHeaders),
                    Format = OutputFormat.Parse(parse.GetValue(output)),
                };
                await command.RunAsync(parse.GetValue(watch), ct);
            });
    }
}

/// <summary>Reads, filters and prints events.</summary>
internal sealed class EventsCommand(Session session)
{
    private readonly TextTable _table = new(session.Out);

    public bool AllNamespaces { get; init; }

    public required IReadOnlyList<string> Types { get; init; }

    public Target? About { get; init; }

    public bool Headers { get; init; }

    public required OutputFormat Format { get; init; }

    public async Task RunAsync(bool watch, CancellationToken ct)
    {
        var type = await session.Names.FindAsync("events", ct);
        var fields = About is null ? null : $"involvedObject.kind={About.Type.Kind},involvedObject.name={About.Name}";
        var path = QueryText.With(type.CollectionPath(AllNamespaces ? null : session.Namespace), ("fieldSelector", fields));
        var list = await session.Api.ListAsync(path, ct);
        var events = list.Objects("items").Where(IsWanted).OrderBy(EventRow.LastSeen).Select(e => (JsonObject)e.DeepClone()).ToList();
        if (events.Count == 0 && !watch)
        {
            await session.Error.WriteLineAsync(AllNamespaces ? "No events found." : $"No events found in {session.Namespace} namespace.");
            return;
        }

        Print(events, header: Headers);
        while (watch)
        {
            await session.Out.FlushAsync(ct);
            await FollowAsync(QueryText.With(path, ("watch", "true"), ("resourceVersion", list.Text("metadata", "resourceVersion"))), ct);
            list = await session.Api.ListAsync(path, ct);
        }
    }

    private async Task FollowAsync(string path, CancellationToken ct)
    {
        try
        {
            await foreach (var line in session.Api.WatchAsync(path, ct))
            {
                if (line.Type is "ADDED" or "MODIFIED" && IsWanted(line.Object))
                {
                    Print([line.Object], header: false);
                    await session.Out.FlushAsync(ct);
                }
            }
        }
        catch (ApiException e) when (e.IsGone)
        {
            // Too slow for the server: go on from its present state.
        }
    }

    private bool IsWanted(JsonObject e) => Types.Count == 0 || Types.Contains(e.Text("type") ?? "", StringComparer.OrdinalIgnoreCase);

    private void Print(IReadOnlyList<JsonObject> events, bool header)
    {
        if (!Format.IsTable)
        {
            foreach (var e in events)
            {
                e["apiVersion"] ??= "v1";
                e["kind"] ??= "Event";
            }

            new ObjectPrinter(session.Out, Format).Print(events, asList: true);
            return;
        }

        var rows = new List<IReadOnlyList<string>>();
        if (header)
        {
            rows.Add([.. AllNamespaces ? ["NAMESPACE"] : Array.Empty<string>(), "LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"]);
        }

        var now = session.Terminal.Time.GetUtcNow();
        rows.AddRange(events.Select(e => (IReadOnlyList<string>)[.. AllNamespaces ? [e.Namespace() ?? ""] : Array.Empty<string>(), .. EventRow.Of(e, now)]));
        _table.Write(rows);
    }
}

/// <summary>An event as a row. Pure.</summary>
internal static class EventRow
{
    public static IEnumerable<string> Of(JsonObject e, DateTimeOffset now)
    {
        var about = e.At("involvedObject") ?? e.At("regarding");
        return [Seen(e, now), e.Text("type") ?? "", e.Text("reason") ?? "", $"{about.Text("kind")}/{about.Text("name")}", TextTable.Clean((e.Text("message") ?? e.Text("note") ?? "").Trim())];
    }

    public static DateTimeOffset? LastSeen(JsonObject e) => e.Time("series", "lastObservedTime") ?? e.Time("lastTimestamp") ?? e.Time("eventTime") ?? e.Time("metadata", "creationTimestamp");

    private static string Seen(JsonObject e, DateTimeOffset now)
    {
        var last = LastSeen(e) is { } time ? Durations.Age(now - time) : "<unknown>";
        var count = e.Number("series", "count") ?? e.Number("count") ?? 1;
        var first = e.Time("firstTimestamp") ?? e.Time("eventTime");
        return count > 1 && first is { } begin ? $"{last} (x{count} over {Durations.Age(now - begin)})" : last;
    }
}
