using System.Net;
using System.Net.Sockets;
using Kube.Hosting;

namespace Kube.Proxy;

/// <summary>The flags of the process.</summary>
internal sealed class ProxyFlags(FlagSet flags)
{
    private readonly Flag<string> _clusterCidr = flags.String("cluster-cidr", "10.244.0.0/16", "Addresses of pods, of all nodes together.");
    private readonly Flag<string> _serviceCidr = flags.String("service-cidr", "10.96.0.0/16", "Addresses of Services; their reverse names are answered here.");
    private readonly Flag<string> _clusterDns = flags.String("cluster-dns", "10.96.0.10", "Address of the cluster's name server, which this process serves; empty for none.");
    private readonly Flag<string> _clusterDomain = flags.String("cluster-domain", "cluster.local", "Last labels of the cluster's names.");
    private readonly Flag<int> _dnsPort = flags.Int("dns-port", 53, "Port of the name server.");
    private readonly Flag<string> _resolvConf = flags.String("resolv-conf", "/etc/resolv.conf", "File that names the servers asked for all other names.");
    private readonly Flag<IReadOnlyList<string>> _nodes =
        flags.Strings("node-names", [], "Nodes this machine carries, for traffic policies \"Local\"; empty means all of the cluster.");

    private readonly Flag<bool> _cleanup = flags.Bool("cleanup", false, "Remove all packet rules and addresses this process has made, and end.");

    public bool Cleanup => _cleanup;

    public IPNetwork ClusterCidr => Network(_clusterCidr);

    public IPNetwork ServiceCidr => Network(_serviceCidr);

    public string ClusterDomain => _clusterDomain;

    public string ResolvConf => _resolvConf;

    /// <summary>Null for every node.</summary>
    public IReadOnlySet<string>? Nodes => _nodes.Value.Count == 0 ? null : _nodes.Value.ToHashSet(StringComparer.Ordinal);

    /// <summary>Null for no name server.</summary>
    public IPEndPoint? Dns => _clusterDns.Value.Length == 0 ? null
        : IPAddress.TryParse(_clusterDns, out var address) && address.AddressFamily == AddressFamily.InterNetwork ? new IPEndPoint(address, _dnsPort)
        : throw new StartupException($"--{_clusterDns.Name}: \"{_clusterDns.Value}\" is not an IPv4 address");

    private static IPNetwork Network(Flag<string> flag) => IPNetwork.TryParse(flag.Value, out var network)
        ? network
        : throw new StartupException($"--{flag.Name}: \"{flag.Value}\" is not a network such as 10.0.0.0/8");
}
