using System.Net;
using Kube.Hosting;
using Kube.Kubelet.Node;
using Kube.Kubelet.Server;
using Kube.Kubelet.Simulation;

namespace Kube.Kubelet;

/// <summary>The kubelet's flags.</summary>
internal sealed class KubeletFlags(FlagSet flags)
{
    public Flag<string> NodeName { get; } = flags.String("node-name", Environment.MachineName.ToLowerInvariant(), "name of this node; of simulated nodes the first part of their names");

    public Flag<string> NodeIP { get; } = flags.String("node-ip", "", "address of this node; empty for the gateway of its pod network");

    public Flag<string> RootDir { get; } = flags.String("root-dir", "/var/lib/kubelet", "where volumes and pod data live");

    public Flag<string> BootstrapKubeconfig { get; } = flags.String("bootstrap-kubeconfig", "", "kubeconfig with the token to ask for a certificate with, where --kubeconfig does not exist or its certificate has ended; also makes the kubelet renew its certificates");

    public Flag<string> CertDir { get; } = flags.String("cert-dir", "", "with --bootstrap-kubeconfig: where the certificates are kept; empty for pki in --root-dir");

    public Flag<int> Port { get; } = flags.Int("port", 10250, "port of the kubelet's HTTPS server");

    public Flag<string> Address { get; } = flags.String("address", "0.0.0.0", "address to listen on");

    public Flag<string> TlsCertFile { get; } = flags.String("tls-cert-file", "", "serving certificate; empty for a self-signed one");

    public Flag<string> TlsKeyFile { get; } = flags.String("tls-private-key-file", "", "key of the serving certificate");

    public Flag<string> ClientCaFile { get; } = flags.String("client-ca-file", "", "CA of client certificates; without it the server listens on loopback only");

    public Flag<string> ClusterDns { get; } = flags.String("cluster-dns", "10.96.0.10", "DNS server pods are given; empty for the node's own");

    public Flag<string> ClusterDomain { get; } = flags.String("cluster-domain", "cluster.local", "domain of the cluster's Services");

    private readonly Flag<string> _clusterCidr = flags.String("cluster-cidr", "10.244.0.0/16", "addresses of pods, of all nodes together; with --service-cidr the only ones this node can be asked to try to reach");

    private readonly Flag<string> _serviceCidr = flags.String("service-cidr", "10.96.0.0/16", "addresses of Services");

    private readonly Flag<int> _proxyPort = flags.Int("proxy-port", 10256, "port on loopback where this machine's proxy tells what it has programmed");

    public Flag<string> DockerHost { get; } = flags.String("docker-host", Docker.DockerConnection.DefaultHost, "the Docker Engine");

    public Flag<int> MaxPods { get; } = flags.Int("max-pods", 110, "how many pods may run here");

    public Flag<string> Cpu { get; } = flags.String("cpu", "", "CPU capacity to report; empty for the machine's");

    public Flag<string> Memory { get; } = flags.String("memory", "", "memory capacity to report; empty for the machine's");

    public Flag<IReadOnlyList<string>> NodeLabels { get; } = flags.Strings("node-labels", [], "labels to register the node with, name=value");

    public Flag<IReadOnlyList<string>> Taints { get; } = flags.Strings("register-with-taints", [], "taints to register the node with, key=value:effect");

    public Flag<TimeSpan> StatusFrequency { get; } = flags.Duration("node-status-update-frequency", TimeSpan.FromSeconds(10), "how often the node's status is looked at");

    public Flag<TimeSpan> LeaseDuration { get; } = flags.Duration("node-lease-duration", TimeSpan.FromSeconds(40), "how long the node's Lease speaks for it; it is renewed four times as often");

    public SimulationFlags Simulation { get; } = new(flags);

    /// <summary>What tells how far this node reaches.</summary>
    public ReachEndpoints Reach(TimeProvider time) => new(NodeName, new ReachSettings([Network(_clusterCidr), Network(_serviceCidr)], _proxyPort), time);

    private static IPNetwork Network(Flag<string> flag) => IPNetwork.TryParse(flag.Value, out var network)
        ? network
        : throw new StartupException($"--{flag.Name}: \"{flag.Value}\" is not a network such as 10.0.0.0/8");

    /// <summary>The options of simulated nodes.</summary>
    public SimulationOptions SimulationOptions()
    {
        var defaults = new SimulationOptions();
        return defaults with
        {
            Nodes = Simulation.Nodes,
            NamePrefix = NodeName,
            StartDelay = Simulation.StartDelay,
            StopDelay = Simulation.StopDelay,
            RunTime = Simulation.RunTime,
            FailureRate = Simulation.FailureRate,
            Zones = Simulation.Zones,
            Events = Simulation.Events,
            Cpu = Cpu.IsSet ? Cpu : defaults.Cpu,
            Memory = Memory.IsSet ? Memory : defaults.Memory,
            MaxPods = MaxPods,
            Labels = NodeLabels.Value,
            Taints = [.. Taints.Value.Select(NodeSettings.ParseTaint)],
            LeaseDuration = LeaseDuration,
            Address = NodeIP.IsSet ? NodeIP : defaults.Address,
            Port = Port,
        };
    }
}
