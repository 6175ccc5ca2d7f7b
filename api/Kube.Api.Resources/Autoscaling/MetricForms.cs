using System.Text.Json.Nodes;
using Kube.Api.Autoscaling.V2;

namespace Kube.Api.Resources.Autoscaling;

/// <summary>
/// Metrics in JSON, in the form of autoscaling/v2 and in the one that autoscaling/v1 writes into annotations: there the metric's name, its selector
/// and each form of the target are fields of the source itself.
/// </summary>
internal static class MetricForms
{
    /// <summary>Each source with where the fields of the old form are in the new one. Two fields may be set of those that say a value.</summary>
    private static readonly Dictionary<string, (string Old, string New)[]> s_specs = new(StringComparer.Ordinal)
    {
        ["object"] =
        [
            ("target", "describedObject"), ("metricName", "metric.name"), ("targetValue", "target.value"), ("selector", "metric.selector"), ("averageValue", "target.averageValue"),
        ],
        ["pods"] = [("metricName", "metric.name"), ("targetAverageValue", "target.averageValue"), ("selector", "metric.selector")],
        ["resource"] = [("name", "name"), ("targetAverageUtilization", "target.averageUtilization"), ("targetAverageValue", "target.averageValue")],
        ["containerResource"] =
        [
            ("name", "name"), ("targetAverageUtilization", "target.averageUtilization"), ("targetAverageValue", "target.averageValue"), ("container", "container"),
        ],
        ["external"] =
        [
            ("metricName", "metric.name"), ("metricSelector", "metric.selector"), ("targetValue", "target.value"), ("targetAverageValue", "target.averageValue"),
        ],
    };

    private static readonly Dictionary<string, (string Old, string New)[]> s_statuses = s_specs.ToDictionary(
        s => s.Key, s => s.Value.Select(f => (f.Old == "target" ? f.Old : f.Old.Replace("target", "current", StringComparison.Ordinal), f.New.Replace("target.", "current.", StringComparison.Ordinal))).ToArray());

    public static JsonObject SpecToV1(JsonObject metric) => ToOld(metric, s_specs);

    public static JsonObject StatusToV1(JsonObject metric) => ToOld(metric, s_statuses);

    public static JsonObject StatusFromV1(JsonObject metric) => FromOld(metric, s_statuses);

    /// <summary>The old form does not say which kind of target it has: the field that is set does.</summary>
    public static JsonObject SpecFromV1(JsonObject metric)
    {
        var made = FromOld(metric, s_specs);
        foreach (var target in s_specs.Keys.Select(s => made[s]?["target"]).OfType<JsonObject>())
        {
            target["type"] = target.ContainsKey("averageUtilization") ? MetricTargetType.Utilization
                : target.ContainsKey("averageValue") ? MetricTargetType.AverageValue
                : MetricTargetType.Value;
        }

        return made;
    }

    private static JsonObject ToOld(JsonObject metric, Dictionary<string, (string Old, string New)[]> forms)
    {
        var made = new JsonObject { ["type"] = metric["type"]?.DeepClone() };
        foreach (var (source, fields) in forms)
        {
            if (metric[source] is JsonObject given)
            {
                made[source] = new JsonObject(fields.Select(f => KeyValuePair.Create(f.Old, At(given, f.New)?.DeepClone())).Where(f => f.Value is not null));
            }
        }

        return made;
    }

    private static JsonObject FromOld(JsonObject metric, Dictionary<string, (string Old, string New)[]> forms)
    {
        var made = new JsonObject { ["type"] = metric["type"]?.DeepClone() };
        foreach (var (source, fields) in forms)
        {
            if (metric[source] is not JsonObject given)
            {
                continue;
            }

            var into = new JsonObject();
            foreach (var (old, now) in fields)
            {
                if (given[old] is { } value)
                {
                    Set(into, now, value.DeepClone());
                }
            }

            made[source] = into;
        }

        return made;
    }

    private static JsonNode? At(JsonObject source, string path) => path.Split('.') is [var outer, var inner] ? source[outer]?[inner] : source[path];

    private static void Set(JsonObject into, string path, JsonNode value)
    {
        if (path.Split('.') is [var outer, var inner])
        {
            var part = into[outer] as JsonObject;
            if (part is null)
            {
                into[outer] = part = [];
            }

            part[inner] = value;
        }
        else
        {
            into[path] = value;
        }
    }
}
