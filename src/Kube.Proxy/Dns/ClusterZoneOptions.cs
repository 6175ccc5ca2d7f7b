using System.Net;

namespace Kube.Proxy.Dns;

/// <summary>What the zone covers.</summary>
/// <param name="Domain">Its last labels, such as <c>cluster.local</c>.</param>
/// <param name="Networks">Networks whose reverse names it answers for: pods and Services.</param>
internal sealed record ClusterZoneOptions(string Domain, IReadOnlyList<IPNetwork> Networks);
