using System.Globalization;
using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a Service's ports.</summary>
internal static class ServicePortValidation
{
    private const int KubeletPort = 10250;

    public static void Check(ServiceSpec spec, FieldPath path, FieldErrors errors)
    {
        var at = path.Child("ports");
        var ports = spec.Ports ?? [];
        var headless = spec.ClusterIPs is ["None", ..] || spec.ClusterIP == "None";
        if (ports.Count == 0 && !headless && spec.Type != ServiceType.ExternalName)
        {
            errors.Required(at);
        }

        var names = new HashSet<string>();
        var numbers = new HashSet<(int?, string?)>();
        var nodePorts = new HashSet<(int?, string?)>();
        for (var i = 0; i < ports.Count; i++)
        {
            CheckName(ports[i], ports.Count > 1, names, at.Index(i), errors);
            Check(ports[i], at.Index(i), errors);
            CheckNodePort(ports[i], spec.Type, nodePorts, at.Index(i), errors);
            if (spec.Type == ServiceType.LoadBalancer && ports[i].Port == KubeletPort)
            {
                errors.Invalid(at.Index(i), ports[i].Port, $"may not expose port {KubeletPort.ToString(CultureInfo.InvariantCulture)} externally since it is used by kubelet");
            }

            if (!numbers.Add((ports[i].Port, ports[i].Protocol)))
            {
                errors.Duplicate(at.Index(i), FieldRules.Shown(new ServicePort { Protocol = ports[i].Protocol, Port = ports[i].Port }));
            }
        }
    }

    private static void CheckName(ServicePort port, bool several, HashSet<string> names, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(port.Name))
        {
            if (several)
            {
                errors.Required(path.Child("name"));
            }

            return;
        }

        FieldRules.Name(port.Name, ObjectNames.DnsLabelError, path.Child("name"), errors);
        if (!names.Add(port.Name))
        {
            errors.Duplicate(path.Child("name"), port.Name);
        }
    }

    private static void Check(ServicePort port, FieldPath path, FieldErrors errors)
    {
        FieldRules.Port(port.Port, path.Child("port"), errors);
        FieldRules.OneOf(port.Protocol, path.Child("protocol"), errors, Protocol.SCTP, Protocol.TCP, Protocol.UDP);
        FieldRules.PortOrName(port.TargetPort, path.Child("targetPort"), errors);
        if (!string.IsNullOrEmpty(port.AppProtocol))
        {
            FieldRules.QualifiedName(port.AppProtocol, path.Child("appProtocol"), errors);
        }
    }

    private static void CheckNodePort(ServicePort port, string? type, HashSet<(int?, string?)> used, FieldPath path, FieldErrors errors)
    {
        if (port.NodePort is null or 0)
        {
            return;
        }

        if (type is ServiceType.ClusterIP or ServiceType.ExternalName)
        {
            errors.Forbidden(path.Child("nodePort"), $"may not be used when `type` is '{type}'");
        }
        else
        {
            FieldRules.Port(port.NodePort, path.Child("nodePort"), errors);
        }

        if (!used.Add((port.NodePort, port.Protocol)))
        {
            errors.Duplicate(path.Child("nodePort"), port.NodePort);
        }
    }
}
