using Kube.Api.Core.V1;

namespace Kube.Scheduler.Nodes;

/// <summary>A port a pod takes on its node's own addresses.</summary>
/// <param name="Ip">The address; <see cref="AnyIp"/> for all of them.</param>
/// <param name="Protocol">TCP, UDP or SCTP.</param>
/// <param name="Port">The port number.</param>
internal readonly record struct HostPort(string Ip, string Protocol, int Port)
{
    public const string AnyIp = "0.0.0.0";

    public bool ConflictsWith(HostPort other) => Port == other.Port && Protocol == other.Protocol
        && (Ip == other.Ip || Ip == AnyIp || other.Ip == AnyIp);

    public static HostPort[] Of(PodSpec? spec)
    {
        List<HostPort>? ports = null;
        foreach (var container in spec?.Containers ?? [])
        {
            Collect(container, ref ports);
        }

        foreach (var container in spec?.InitContainers ?? [])
        {
            if (container.RestartPolicy == ContainerRestartPolicy.Always)
            {
                Collect(container, ref ports);
            }
        }

        return ports is null ? [] : [.. ports];
    }

    private static void Collect(Container container, ref List<HostPort>? ports)
    {
        foreach (var port in container.Ports ?? [])
        {
            if (port.HostPort is > 0)
            {
                var ip = string.IsNullOrEmpty(port.HostIP) ? AnyIp : port.HostIP;
                (ports ??= []).Add(new HostPort(ip, string.IsNullOrEmpty(port.Protocol) ? "TCP" : port.Protocol, port.HostPort.Value));
            }
        }
    }
}
