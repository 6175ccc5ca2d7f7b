using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Diagnosis;

/// <summary>What every service stands on: nodes and components. Pure. Here a broken link does not hide the next.</summary>
internal static class ClusterLinks
{
    /// <summary>One link per node.</summary>
    public static IEnumerable<Link> Nodes(IReadOnlyList<JsonObject> nodes, DateTimeOffset now) => nodes.Count == 0
        ? [Link.Break("nodes", new Finding("there are no nodes") { Remedies = [new Remedy("start one; on this machine", "./hack/up")] })]
        : nodes.Select(node => Node(node, now));

    /// <summary>One link per component that leads by a lease.</summary>
    public static Link Component(string name, JsonObject? lease, DateTimeOffset now) => LeaseText.IsHeld(lease, now)
        ? new Link(name, LeaseText.Of(name, lease, now))
        : Link.Break(name, new Finding(LeaseText.Of(name, lease, now)) { Remedies = [new Remedy($"start {name}; on this machine", "./hack/up")] });

    /// <summary>Whether a node may be asked to run and reach things.</summary>
    public static bool IsReady(JsonObject node) => Condition(node, "Ready").Text("status") == "True";

    private static Link Node(JsonObject node, DateTimeOffset now)
    {
        var name = $"node/{node.Name()}";
        var ready = Condition(node, "Ready");
        if (ready.Text("status") != "True")
        {
            var since = ready.Time("lastTransitionTime") is { } time ? $" for {Durations.Age(now - time)}" : "";
            return Link.Break(name, new Finding($"is not ready{since}")
            {
                Details = ready.Text("message") is { Length: > 0 } message ? [message] : [],
                Remedies = [new Remedy("see its conditions; if its kubelet is down, start it", $"kctl describe node {node.Name()}")],
            });
        }

        var pressure = node.Objects("status", "conditions").Where(c => c.Text("type") != "Ready" && c.Text("status") == "True").Select(c => c.Text("type")).ToList();
        return pressure.Count > 0
            ? Link.Break(name, new Finding($"is under {string.Join(", ", pressure)}") { Remedies = [new Remedy("free some, or move pods away", $"kctl drain {node.Name()} --ignore-daemonsets")] })
            : new Link(name, node.Flag("spec", "unschedulable") ? "ready; cordoned: no new pods come" : "ready");
    }

    private static JsonObject? Condition(JsonObject node, string type) => node.Objects("status", "conditions").FirstOrDefault(c => c.Text("type") == type);
}
