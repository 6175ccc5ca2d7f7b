using System.Net;

namespace Kube.Kubelet.Server;

/// <summary>Where the node may be asked to open connections to, and where its proxy answers.</summary>
/// <param name="Networks">The cluster's pods and Services; nothing else of the world.</param>
/// <param name="ProxyPort">The port of the proxy's status server on this machine's loopback.</param>
internal sealed record ReachSettings(IReadOnlyList<IPNetwork> Networks, int ProxyPort);
