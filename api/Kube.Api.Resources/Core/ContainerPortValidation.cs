using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a container's ports.</summary>
internal static class ContainerPortValidation
{
    public static void Check(List<ContainerPort> ports, FieldPath path, FieldErrors errors)
    {
        var names = new HashSet<string>();
        for (var i = 0; i < ports.Count; i++)
        {
            var (port, at) = (ports[i], path.Index(i));
            if (!string.IsNullOrEmpty(port.Name))
            {
                var before = errors.Count;
                FieldRules.PortName(port.Name, at.Child("name"), errors);
                if (errors.Count == before && !names.Add(port.Name))
                {
                    errors.Duplicate(at.Child("name"), port.Name);
                }
            }

            CheckNumbers(port, at, errors);
            FieldRules.OneOf(port.Protocol, at.Child("protocol"), errors, Protocol.TCP, Protocol.UDP, Protocol.SCTP);
            if (!string.IsNullOrEmpty(port.HostIP))
            {
                FieldRules.IP(port.HostIP, at.Child("hostIP"), errors);
            }
        }
    }

    private static void CheckNumbers(ContainerPort port, FieldPath path, FieldErrors errors)
    {
        if (port.Port is null or 0)
        {
            errors.Required(path.Child("containerPort"));
        }
        else
        {
            FieldRules.Port(port.Port, path.Child("containerPort"), errors);
        }

        if (port.HostPort is not (null or 0))
        {
            FieldRules.Port(port.HostPort, path.Child("hostPort"), errors);
        }
    }
}
