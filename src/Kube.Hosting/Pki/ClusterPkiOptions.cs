using System.Net;

namespace Kube.Hosting;

/// <summary>What a cluster's certificates must cover.</summary>
public sealed record ClusterPkiOptions
{
    /// <summary>The API server's address written into the kubeconfig files.</summary>
    public required string Server { get; init; }

    /// <summary>Names of nodes that get a client and a serving certificate.</summary>
    public IReadOnlyList<string> Nodes { get; init; } = [];

    /// <summary>More addresses the API server is reached at.</summary>
    public IReadOnlyList<IPAddress> ServerAddresses { get; init; } = [];

    /// <summary>More names the API server is reached by.</summary>
    public IReadOnlyList<string> ServerNames { get; init; } = [];

    /// <summary>Addresses the nodes' kubelets are reached at, beside loopback.</summary>
    public IReadOnlyList<IPAddress> NodeAddresses { get; init; } = [];

    /// <summary>The first address of the service range: the Service <c>kubernetes</c>.</summary>
    public IPAddress FirstServiceAddress { get; init; } = IPAddress.Parse("10.96.0.1");

    /// <summary>Last label of the cluster's DNS names.</summary>
    public string ClusterDomain { get; init; } = "cluster.local";
}
