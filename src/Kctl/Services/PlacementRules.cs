using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kctl.Services;

/// <summary>On which nodes pods may run, from Swarm's constraints: <c>node.labels.zone==east</c>, <c>node.hostname!=node-2</c>. Immutable.</summary>
internal sealed partial record PlacementRules
{
    private const string ControlPlane = "node-role.kubernetes.io/control-plane";

    private static readonly Dictionary<string, string> s_architectures = new() { ["x86_64"] = "amd64", ["aarch64"] = "arm64" };

    /// <summary>What nodes must have or must not have: label, operator, value.</summary>
    public IReadOnlyList<(string Label, string Operator, string? Value)> Rules { get; init; } = [];

    /// <summary>Labels over whose values pods are spread.</summary>
    public IReadOnlyList<string> Spread { get; init; } = [];

    /// <summary>With one constraint more; null where it cannot be understood.</summary>
    public PlacementRules? With(string constraint)
    {
        var match = Form().Match(constraint.Trim());
        if (!match.Success)
        {
            return null;
        }

        var (subject, equal, value) = (match.Groups[1].Value, match.Groups[2].Value == "==", match.Groups[3].Value);
        (string Label, string Operator, string? Value)? rule = subject switch
        {
            "node.hostname" or "node.id" => ("kubernetes.io/hostname", equal ? "In" : "NotIn", value),
            "node.platform.os" => ("kubernetes.io/os", equal ? "In" : "NotIn", value),
            "node.platform.arch" => ("kubernetes.io/arch", equal ? "In" : "NotIn", s_architectures.GetValueOrDefault(value, value)),
            "node.role" when value is "manager" or "worker" => (ControlPlane, equal == (value == "manager") ? "Exists" : "DoesNotExist", null),
            _ when subject.StartsWith("node.labels.", StringComparison.Ordinal) => (subject["node.labels.".Length..], equal ? "In" : "NotIn", value),
            _ => null,
        };
        return rule is { } known ? this with { Rules = [.. Rules, known] } : null;
    }

    /// <summary>With pods spread over the values of a node label; null where it is none.</summary>
    public PlacementRules? WithSpread(string preference) =>
        preference.StartsWith("node.labels.", StringComparison.Ordinal) ? this with { Spread = [.. Spread, preference["node.labels.".Length..]] } : null;

    /// <summary>Writes the rules into a pod's spec.</summary>
    public void AddTo(JsonObject podSpec, IReadOnlyDictionary<string, string> selector)
    {
        // One label can have one value in a node selector; whatever else there is needs an affinity.
        var plain = Rules.Where(r => r.Operator == "In" && Rules.Count(o => o.Label == r.Label) == 1).ToList();
        podSpec.Put("nodeSelector", JsonParts.Map(plain.Select(r => KeyValuePair.Create(r.Label, r.Value ?? ""))));
        var others = Rules.Except(plain).Select(r => new JsonObject { ["key"] = r.Label, ["operator"] = r.Operator }.Put("values", r.Value is null ? null : JsonParts.Texts([r.Value]))).ToList();
        if (others.Count > 0)
        {
            podSpec["affinity"] = new JsonObject
            {
                ["nodeAffinity"] = new JsonObject
                {
                    ["requiredDuringSchedulingIgnoredDuringExecution"] = new JsonObject
                    {
                        ["nodeSelectorTerms"] = new JsonArray(new JsonObject { ["matchExpressions"] = JsonParts.Objects(others) }),
                    },
                },
            };
        }

        podSpec.Put("topologySpreadConstraints", JsonParts.Objects(Spread.Select(label => new JsonObject
        {
            ["maxSkew"] = 1,
            ["topologyKey"] = label,
            ["whenUnsatisfiable"] = "ScheduleAnyway",
            ["labelSelector"] = new JsonObject { ["matchLabels"] = JsonParts.Map(selector) },
        })));
    }

    [GeneratedRegex(@"^([A-Za-z0-9_./-]+)\s*(==|!=)\s*(\S+)\z")]
    private static partial Regex Form();
}
