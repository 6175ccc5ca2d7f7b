using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Describe;

/// <summary>Describes a service, with the endpoints behind each port.</summary>
internal static class ServiceText
{
    public static void Write(DescribeContext context)
    {
        var (service, writer) = (context.Object, context.Writer);
        context.Head();
        context.Metadata();
        writer.Field(0, "Selector", string.Join(",", service.Map("spec", "selector").Select(s => $"{s.Key}={s.Value}")));
        writer.Field(0, "Type", service.Text("spec", "type"));
        writer.Optional(0, "IP Family Policy", service.Text("spec", "ipFamilyPolicy"));
        writer.Optional(0, "IP Families", string.Join(",", service.Texts("spec", "ipFamilies")));
        writer.Field(0, "IP", service.Text("spec", "clusterIP"));
        writer.Field(0, "IPs", string.Join(",", service.Texts("spec", "clusterIPs")));
        writer.Optional(0, "External IPs", string.Join(",", service.Texts("spec", "externalIPs")));
        writer.Optional(0, "External Name", service.Text("spec", "externalName"));
        foreach (var port in service.Objects("spec", "ports"))
        {
            var name = port.Text("name") is { Length: > 0 } named ? named : "<unset>";
            writer.Field(0, "Port", $"{name}  {port.Text("port")}/{port.Text("protocol")}");
            writer.Field(0, "TargetPort", $"{port.Text("targetPort")}/{port.Text("protocol")}");
            writer.Optional(0, "NodePort", port.Text("nodePort") is { } node ? $"{name}  {node}/{port.Text("protocol")}" : null);
            writer.Field(0, "Endpoints", Endpoints(context.Related, port.Text("name") ?? ""));
        }

        writer.Field(0, "Session Affinity", service.Text("spec", "sessionAffinity"));
        writer.Optional(0, "External Traffic Policy", service.Text("spec", "externalTrafficPolicy"));
        writer.Optional(0, "Internal Traffic Policy", service.Text("spec", "internalTrafficPolicy"));
    }

    private static string Endpoints(IEnumerable<JsonObject> slices, string portName)
    {
        var all = slices.SelectMany(s => s.Objects("ports").Where(p => (p.Text("name") ?? "") == portName).SelectMany(p =>
            s.Objects("endpoints").Where(e => e.At("conditions", "ready") is null || e.Flag("conditions", "ready")).SelectMany(e => e.Texts("addresses").Select(a => $"{a}:{p.Text("port")}")))).ToList();
        return all.Count <= 3 ? string.Join(",", all) : $"{string.Join(",", all.Take(3))} + {all.Count - 3} more...";
    }
}
