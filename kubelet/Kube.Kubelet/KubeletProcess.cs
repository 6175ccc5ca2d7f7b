using Kube.Client;
using Kube.Hosting;
using Kube.Kubelet.Docker;

namespace Kube.Kubelet;

/// <summary>
/// Puts the kubelet together and runs it: what is built on what, and the loops it consists of. When it stops, containers go on running;
/// the next one adopts them by their labels.
/// </summary>
internal static class KubeletProcess
{
    public static async Task RunAsync(ComponentHost host, KubeletFlags flags, CancellationToken ct)
    {
        var root = Directory.CreateDirectory(flags.RootDir.Value).FullName;
        using var client = new KubeClient(ClientConfig.FromKubeconfig(host.Kubeconfig) with { UserAgent = "kubelet" }, host.Time);
        using var docker = new DockerConnection(flags.DockerHost);
        await using var parts = new KubeletParts(host, flags, client, new DockerRuntime(docker, flags.NodeName), root);
        await parts.RunAsync(ct);
    }
}
