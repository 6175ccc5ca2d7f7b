using System.Net;

namespace Kube.Proxy.Nftables;

/// <summary>What the rules need to know of the cluster.</summary>
/// <param name="ClusterCidr">Addresses of pods.</param>
/// <param name="ReservedAddresses">Service addresses the machine answers itself, not by endpoints: the cluster's DNS.</param>
internal sealed record ServiceRulesOptions(IPNetwork ClusterCidr, IReadOnlyCollection<IPAddress> ReservedAddresses);
