using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kube.Api;

namespace Kctl.Describe;

/// <summary>Describes a node, with its pods and what they ask for.</summary>
internal static class NodeText
{
    public static void Write(DescribeContext context)
    {
        var (node, writer) = (context.Object, context.Writer);
        writer.Field(0, "Name", node.Name());
        var roles = node.Map("metadata", "labels").Keys.Where(l => l.StartsWith("node-role.kubernetes.io/", StringComparison.Ordinal)).Select(l => l["node-role.kubernetes.io/".Length..]);
        writer.Field(0, "Roles", string.Join(",", roles));
        context.Metadata();
        writer.Field(0, "CreationTimestamp", DescribeContext.Time(node, "metadata", "creationTimestamp"));
        writer.Map(0, "Taints", node.Objects("spec", "taints").Select(t => KeyValuePair.Create($"{t.Text("key")}{(t.Text("value") is { Length: > 0 } v ? "=" + v : "")}", t.Text("effect") ?? "")), ":");
        writer.Field(0, "Unschedulable", node.Flag("spec", "unschedulable") ? "true" : "false");
        context.Conditions("type", "status", "lastHeartbeatTime", "lastTransitionTime", "reason", "message");
        Addresses(context);
        foreach (var what in (ReadOnlySpan<string>)["capacity", "allocatable"])
        {
            writer.Line(0, char.ToUpperInvariant(what[0]) + what[1..] + ":");
            foreach (var (name, amount) in node.Map("status", what))
            {
                writer.Field(1, name, amount);
            }

            writer.Flush();
        }

        writer.Line(0, "System Info:");
        foreach (var (name, value) in node.Map("status", "nodeInfo"))
        {
            writer.Field(1, GenericText.Words(name), value);
        }

        writer.Flush();
        writer.Optional(0, "PodCIDR", node.Text("spec", "podCIDR"));
        writer.Optional(0, "PodCIDRs", string.Join(",", node.Texts("spec", "podCIDRs")));
        Pods(context);
    }

    private static void Addresses(DescribeContext context)
    {
        context.Writer.Line(0, "Addresses:");
        foreach (var address in context.Object.Objects("status", "addresses"))
        {
            context.Writer.Field(1, address.Text("type") ?? "", address.Text("address"));
        }

        context.Writer.Flush();
    }

    private static void Pods(DescribeContext context)
    {
        var writer = context.Writer;
        writer.Line(0, $"Non-terminated Pods: ({context.Related.Count} in total)");
        writer.Table(1, ["Namespace", "Name", "CPU Requests", "CPU Limits", "Memory Requests", "Memory Limits", "Age"], context.Related.Select(p => (IReadOnlyList<string>)[
            p.Namespace() ?? "", p.Name(), Sum([p], "requests", "cpu"), Sum([p], "limits", "cpu"), Sum([p], "requests", "memory"), Sum([p], "limits", "memory"), context.Age(p, "metadata", "creationTimestamp")]));
        writer.Line(0, "Allocated resources:");
        writer.Table(1, ["Resource", "Requests", "Limits"], ((ReadOnlySpan<string>)["cpu", "memory"]).ToArray().Select(r => (IReadOnlyList<string>)[
            r, Share(context, Sum(context.Related, "requests", r), r), Share(context, Sum(context.Related, "limits", r), r)]));
    }

    private static string Sum(IEnumerable<JsonObject> pods, string kind, string resource)
    {
        var amounts = pods.SelectMany(p => p.Objects("spec", "containers")).Select(c => c.Text("resources", kind, resource)).OfType<string>()
            .Select(t => Quantity.TryParse(t, out var q) ? q : default).ToList();
        var total = amounts.Aggregate(0m, (sum, q) => sum + Amount(q));
        return resource == "cpu" ? Cpu(total) : Memory(total);
    }

    private static string Share(DescribeContext context, string amount, string resource)
    {
        var has = context.Object.Text("status", "allocatable", resource);
        return has is not null && Quantity.TryParse(has, out var all) && Quantity.TryParse(amount, out var used) && Amount(all) > 0
            ? $"{amount} ({(int)(Amount(used) / Amount(all) * 100)}%)"
            : amount;
    }

    private static string Cpu(decimal cores) => cores == Math.Truncate(cores) ? cores.ToString("0", CultureInfo.InvariantCulture) : $"{Math.Ceiling(cores * 1000):0}m";

    private static string Memory(decimal bytes) => bytes == 0 ? "0" : bytes % (1024 * 1024) == 0 ? $"{bytes / (1024 * 1024):0}Mi" : bytes % 1024 == 0 ? $"{bytes / 1024:0}Ki" : $"{bytes:0}";

    private static decimal Amount(Quantity quantity) => quantity.Value;
}
