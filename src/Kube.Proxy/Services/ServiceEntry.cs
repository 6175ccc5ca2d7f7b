using System.Net;

namespace Kube.Proxy.Services;

/// <summary>Where the traffic to one Service port goes.</summary>
internal sealed record ServiceEntry(ServicePortName Name)
{
    public required IPAddress ClusterAddress { get; init; }

    public required int Port { get; init; }

    /// <summary>Port on every address of the machine; 0 for none.</summary>
    public int NodePort { get; init; }

    /// <summary>Further ports on every address of the machine, those of <see cref="PublishedPorts"/>.</summary>
    public IReadOnlyList<int> Published { get; init; } = [];

    /// <summary>All ports on every address of the machine.</summary>
    public IEnumerable<int> MachinePorts => NodePort == 0 ? Published : Published.Prepend(NodePort);

    /// <summary>External IPs and load balancer addresses.</summary>
    public IReadOnlyList<IPAddress> ExternalAddresses { get; init; } = [];

    /// <summary>Endpoints for traffic to the cluster address.</summary>
    public IReadOnlyList<IPEndPoint> Backends { get; init; } = [];

    /// <summary>Endpoints for traffic to node ports and external addresses.</summary>
    public IReadOnlyList<IPEndPoint> ExternalBackends { get; init; } = [];

    /// <summary>How long a client stays with an endpoint; null for no affinity.</summary>
    public TimeSpan? Affinity { get; init; }

    /// <summary>The client's address must reach the endpoint (<c>externalTrafficPolicy: Local</c>).</summary>
    public bool KeepsClientAddress { get; init; }
}
