using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api.Autoscaling.V2;

namespace Kube.Api.Resources.Autoscaling;

/// <summary>
/// What autoscaling/v1 keeps in annotations, in the JSON that clients of Kubernetes find there: metrics in the form that version had for them,
/// conditions as they are, and the behavior with capitals. An annotation that cannot be read counts as absent.
/// </summary>
internal static class AutoscalerNotes
{
    private const string MetricsKey = "autoscaling.alpha.kubernetes.io/metrics";
    private const string CurrentMetricsKey = "autoscaling.alpha.kubernetes.io/current-metrics";
    private const string ConditionsKey = "autoscaling.alpha.kubernetes.io/conditions";
    private const string BehaviorKey = "autoscaling.alpha.kubernetes.io/behavior";
    private static readonly string[] s_rules = ["stabilizationWindowSeconds", "selectPolicy", "policies", "tolerance"];

    /// <summary>The annotations that only autoscaling/v1 has.</summary>
    public static IReadOnlyList<string> Keys { get; } = [MetricsKey, CurrentMetricsKey, ConditionsKey, BehaviorKey];

    public static Dictionary<string, string> Write(
        List<MetricSpec> metrics, HorizontalPodAutoscalerBehavior? behavior, List<MetricStatus> current, List<HorizontalPodAutoscalerCondition> conditions)
    {
        var notes = new Dictionary<string, string>();
        Add(notes, MetricsKey, metrics, MetricForms.SpecToV1);
        Add(notes, CurrentMetricsKey, current, MetricForms.StatusToV1);
        Add(notes, ConditionsKey, conditions, c => c);
        if (behavior is not null)
        {
            var node = Node(behavior);
            notes[BehaviorKey] = new JsonObject { ["ScaleUp"] = Rules(node["scaleUp"]), ["ScaleDown"] = Rules(node["scaleDown"]) }.ToJsonString(ApiJson.Options);
        }

        return notes;
    }

    public static List<MetricSpec> Metrics(IReadOnlyDictionary<string, string>? notes) => List<MetricSpec>(notes, MetricsKey, MetricForms.SpecFromV1);

    public static List<MetricStatus> CurrentMetrics(IReadOnlyDictionary<string, string>? notes) => List<MetricStatus>(notes, CurrentMetricsKey, MetricForms.StatusFromV1);

    public static List<HorizontalPodAutoscalerCondition> Conditions(IReadOnlyDictionary<string, string>? notes) =>
        List<HorizontalPodAutoscalerCondition>(notes, ConditionsKey, c => c);

    public static HorizontalPodAutoscalerBehavior? Behavior(IReadOnlyDictionary<string, string>? notes) => Read(notes, BehaviorKey, node =>
        node is JsonObject ? (Lower(node) ?? new JsonObject()).Deserialize(ApiJson.TypeInfo<HorizontalPodAutoscalerBehavior>()) : null);

    private static void Add<T>(Dictionary<string, string> notes, string key, List<T> items, Func<JsonObject, JsonObject> form) where T : class
    {
        if (items.Count > 0)
        {
            notes[key] = new JsonArray([.. items.Select(i => (JsonNode?)form(Node(i)))]).ToJsonString(ApiJson.Options);
        }
    }

    private static List<T> List<T>(IReadOnlyDictionary<string, string>? notes, string key, Func<JsonObject, JsonObject> form) where T : class => Read(notes, key, node =>
        node is JsonArray items ? items.OfType<JsonObject>().Select(i => form(i).Deserialize(ApiJson.TypeInfo<T>())!).ToList() : null) ?? [];

    private static T? Read<T>(IReadOnlyDictionary<string, string>? notes, string key, Func<JsonNode?, T?> read) where T : class
    {
        if (notes is null || !notes.TryGetValue(key, out var text))
        {
            return null;
        }

        try
        {
            return read(JsonNode.Parse(text));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return null; // Written by somebody else: it says nothing that could be kept.
        }
    }

    private static JsonObject Node<T>(T value) where T : class => (JsonObject)JsonNode.Parse(ApiJson.Serialize(value))!;

    private static JsonObject? Rules(JsonNode? rules) => rules is null ? null : new JsonObject(s_rules.Select(r => KeyValuePair.Create(Cased(r, char.ToUpperInvariant), Upper(rules[r]))));

    private static JsonNode? Upper(JsonNode? node) => Recase(node, char.ToUpperInvariant);

    private static JsonNode? Lower(JsonNode? node) => Recase(node, char.ToLowerInvariant);

    private static JsonNode? Recase(JsonNode? node, Func<char, char> first) => node switch
    {
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(Cased(p.Key, first), Recase(p.Value, first)))),
        JsonArray list => new JsonArray([.. list.Select(i => Recase(i, first))]),
        _ => node?.DeepClone(),
    };

    private static string Cased(string name, Func<char, char> first) => name.Length == 0 ? name : first(name[0]) + name[1..];
}
