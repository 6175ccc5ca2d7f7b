using System.Text.Json.Nodes;

namespace Kctl.Services;

/// <summary>
/// A network as policies: whoever is on it carries its label and lets in only those who carry it too; what is published stays open to all. Pure.
/// </summary>
internal static class NetworkPolicies
{
    /// <summary>The value of a network's label.</summary>
    public const string Member = "member";

    /// <summary>What is said where networks are used.</summary>
    public const string NotEnforced = "networks are described by NetworkPolicies; nothing enforces these yet, so pods of different networks still reach each other";

    private const string Prefix = "network.kube.local/";

    /// <summary>The label of a network's pods.</summary>
    public static string Label(string network) => Prefix + network;

    /// <summary>The network of a label, null where it is none's.</summary>
    public static string? NetworkOf(string label) => label.StartsWith(Prefix, StringComparison.Ordinal) ? label[Prefix.Length..] : null;

    /// <summary>The name of a network's policy.</summary>
    public static string NameOf(string network) => $"network-{network}";

    /// <summary>The policy that opens what a service publishes.</summary>
    public static string PublishedName(string service) => $"{service}-published";

    /// <summary>The policies of a service's networks, and one for the ports it publishes.</summary>
    public static IReadOnlyList<JsonObject> Of(ServiceDefinition service)
    {
        if (service.Networks.Count == 0)
        {
            return [];
        }

        var networks = service.Networks.Order(StringComparer.Ordinal).Select(n => Network(n, service.Project)).ToList();
        var ports = service.Ports.Select(p => (p.Target, p.Protocol)).Distinct().Select(p => new JsonObject { ["port"] = p.Target, ["protocol"] = p.Protocol }).ToList();
        return ports.Count == 0 ? networks
            : [.. networks, Policy(PublishedName(service.Name), service.Project, JsonParts.Map(service.Selector), new JsonObject { ["ports"] = JsonParts.Objects(ports) })];
    }

    /// <summary>The policy of a network.</summary>
    public static JsonObject Network(string network, IReadOnlyDictionary<string, string> labels) => Policy(
        NameOf(network), labels, JsonParts.Map([KeyValuePair.Create(Label(network), Member)]),
        new JsonObject { ["from"] = new JsonArray(new JsonObject { ["podSelector"] = new JsonObject { ["matchLabels"] = JsonParts.Map([KeyValuePair.Create(Label(network), Member)]) } }) });

    private static JsonObject Policy(string name, IReadOnlyDictionary<string, string> labels, JsonObject pods, JsonObject ingress) => new()
    {
        ["apiVersion"] = "networking.k8s.io/v1",
        ["kind"] = "NetworkPolicy",
        ["metadata"] = new JsonObject { ["name"] = name }.Put("labels", JsonParts.Map(labels)),
        ["spec"] = new JsonObject
        {
            ["podSelector"] = new JsonObject { ["matchLabels"] = pods },
            ["policyTypes"] = JsonParts.Texts(["Ingress"]),
            ["ingress"] = new JsonArray(ingress),
        },
    };
}
