using Kube.Hosting;
using Kube.Kubelet.Docker;
using Kube.Kubelet.Images;
using Kube.Kubelet.Node;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Probes;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Sandboxes;
using Kube.Kubelet.Volumes;
using Microsoft.Extensions.Logging;

namespace Kube.Kubelet;

/// <summary>The node that is this machine: its pods on its Docker Engine, its network, its disk.</summary>
internal static class HostNode
{
    public static KubeletParts Compose(ComponentHost host, KubeletFlags flags, SharedParts shared, DockerConnection docker)
    {
        var root = Directory.CreateDirectory(flags.RootDir.Value).FullName;
        var settings = new NodeSettings
        {
            Address = flags.NodeIP,
            Port = flags.Port,
            StatusFrequency = flags.StatusFrequency,
            Taints = [.. flags.Taints.Value.Select(NodeSettings.ParseTaint)],
            Labels = flags.NodeLabels.Value,
            Lease = LeaseTiming.Of(flags.LeaseDuration),
        };
        return new KubeletParts(shared, Services(host, flags, shared, docker, root), settings, new HostMachine(root));
    }

    private static PodServices Services(ComponentHost host, KubeletFlags flags, SharedParts shared, DockerConnection docker, string root)
    {
        var name = flags.NodeName.Value;
        var runtime = new DockerRuntime(docker, name);
        var directory = new PodDirectory(root);
        var network = new PodNetwork(runtime, name, root);
        var dns = new ClusterDns(flags.ClusterDns, flags.ClusterDomain);
        return new PodServices
        {
            Runtime = runtime,
            Usage = new CgroupUsage(),
            Streams = new DockerStreams(docker, host.Time),
            Containers = new ContainerCache(runtime, host.Time, host.Loggers.CreateLogger<ContainerCache>()),
            Files = new PodFiles(directory),
            Network = network,
            Sandboxes = new SandboxStarter(runtime, network, directory, dns, name),
            Volumes = new PodVolumes(directory),
            Images = new ImageStore(runtime, host.Time),
            Config = shared.Config,
            Checks = new Checks(runtime, host.Time),
            Statuses = shared.Statuses,
            Events = new PodEvents(shared.Recorder, name),
            Node = new NodeFacts { Name = name, Capacity = NodeCapacity.Read(root, flags.Cpu, flags.Memory, flags.MaxPods), Address = flags.NodeIP },
            Time = host.Time,
            Logger = host.Logger,
        };
    }
}
