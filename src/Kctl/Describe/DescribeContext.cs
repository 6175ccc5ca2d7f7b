using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Describe;

/// <summary>An object to describe, with what belongs to it.</summary>
/// <param name="Related">Objects that help to describe it: a node's pods, a service's endpoint slices, a deployment's replica sets.</param>
internal sealed record DescribeContext(JsonObject Object, IReadOnlyList<JsonObject> Related, DescribeWriter Writer, DateTimeOffset Now)
{
    /// <summary>Name, namespace, labels and annotations, as every description begins.</summary>
    public void Head()
    {
        Writer.Field(0, "Name", Object.Name());
        Writer.Optional(0, "Namespace", Object.Namespace());
    }

    /// <summary>Labels and annotations.</summary>
    public void Metadata()
    {
        Writer.Map(0, "Labels", Object.Map("metadata", "labels"));
        Writer.Map(0, "Annotations", Object.Map("metadata", "annotations").Where(a => a.Key != Manifests.LastApplied.Annotation), ": ");
    }

    /// <summary>A time as people write it.</summary>
    public static string? Time(JsonNode? node, params ReadOnlySpan<string> path) =>
        node.Time(path) is { } time ? time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000" : null;

    /// <summary>The age of a time.</summary>
    public string Age(JsonNode? node, params ReadOnlySpan<string> path) => node.Time(path) is { } time ? Durations.Age(Now - time) : "<unknown>";

    /// <summary>A table of conditions.</summary>
    public void Conditions(params string[] columns)
    {
        var conditions = Object.Objects("status", "conditions");
        if (conditions.Count == 0)
        {
            return;
        }

        Writer.Line(0, "Conditions:");
        var header = columns.Select(c => c switch { "lastHeartbeatTime" => "LastHeartbeatTime", "lastTransitionTime" => "LastTransitionTime", _ => char.ToUpperInvariant(c[0]) + c[1..] });
        Writer.Table(1, [.. header], conditions.Select(condition => (IReadOnlyList<string>)[.. columns.Select(c =>
            (c.EndsWith("Time", StringComparison.Ordinal) ? Time(condition, c) : condition.Text(c)) ?? "")]));
    }
}
