using Kube.Api.Diagnosis;

namespace Kube.Proxy.Services;

/// <summary>What this proxy has programmed for one Service, for whoever looks for the broken link between a client and a pod. Pure.</summary>
internal static class RulesReport
{
    /// <summary>The page of the status server that tells it.</summary>
    public const string Page = "services";

    /// <param name="programmed">The entries of the last change the kernel took; null when it refused the last one.</param>
    /// <param name="path">The Service as namespace/name.</param>
    public static ServiceRules? Of(IReadOnlyList<ServiceEntry>? programmed, string path) => path.Split('/') is not [{ Length: > 0 } ns, { Length: > 0 } name]
        ? null
        : new ServiceRules
        {
            Programmed = programmed is not null,
            Ports = [.. (programmed ?? []).Where(entry => entry.Name.Namespace == ns && entry.Name.Service == name).Select(Port)],
        };

    private static ServicePortRules Port(ServiceEntry entry) => new()
    {
        Name = entry.Name.Port,
        Protocol = entry.Name.Protocol.ToString().ToUpperInvariant(),
        Address = $"{entry.ClusterAddress}:{entry.Port}",
        NodePort = entry.NodePort == 0 ? null : entry.NodePort,
        Endpoints = [.. entry.Backends.Select(backend => backend.ToString())],
    };
}
