using System.Globalization;
using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>The columns of a Service.</summary>
internal static class ServiceColumns
{
    public static IReadOnlyList<Column<Service>> All { get; } =
    [
        new("Name", "string", (s, _) => s.Metadata?.Name, Format: "name", Description: "Name of the Service."),
        new("Type", "string", (s, _) => s.Spec?.Type, Description: "How it is reached."),
        new("Cluster-IP", "string", (s, _) => ClusterIP(s), Description: "Virtual address inside the cluster."),
        new("External-IP", "string", (s, _) => ExternalIP(s), Description: "Addresses outside the cluster."),
        new("Port(s)", "string", (s, _) => CellText.Joined(s.Spec?.Ports?.Select(Port)), Description: "Port, node port and protocol."),
        new("Age", "string", (s, now) => Ages.Since(s.Metadata?.CreationTimestamp, now), Description: "Time since the object was created."),
        new("Selector", "string", (s, _) => CellText.Labels(s.Spec?.Selector), 1, Description: "Labels of the pods behind it."),
    ];

    private static string ClusterIP(Service service) => service.Spec?.ClusterIPs is [var first, ..] ? first
        : string.IsNullOrEmpty(service.Spec?.ClusterIP) ? "<none>" : service.Spec.ClusterIP;

    private static string? ExternalIP(Service service)
    {
        var external = service.Spec?.ExternalIPs ?? [];
        switch (service.Spec?.Type)
        {
            case ServiceType.ExternalName:
                return service.Spec.ExternalName;
            case ServiceType.LoadBalancer:
                var balancers = (service.Status?.LoadBalancer?.Ingress ?? []).Select(i => string.IsNullOrEmpty(i.Ip) ? i.Hostname ?? "" : i.Ip);
                return CellText.Joined([.. balancers, .. external], "<pending>");
            case ServiceType.ClusterIP or ServiceType.NodePort:
                return CellText.Joined(external);
            default:
                return "<unknown>";
        }
    }

    private static string Port(ServicePort port)
    {
        var number = port.Port?.ToString(CultureInfo.InvariantCulture);
        return port.NodePort is > 0 ? $"{number}:{port.NodePort.Value.ToString(CultureInfo.InvariantCulture)}/{port.Protocol}" : $"{number}/{port.Protocol}";
    }
}
