using Kube.Client;
using Kube.Hosting;
using Kube.Kubelet.Credentials;
using Kube.Kubelet.Docker;
using Kube.Kubelet.Server;
using Kube.Kubelet.Simulation;

namespace Kube.Kubelet;

/// <summary>
/// Puts the kubelet together and runs it: this machine as a node or, for the sake of the control plane, many that are none.
/// When it stops, containers go on running; the next one adopts them by their labels.
/// </summary>
internal static class KubeletProcess
{
    public static async Task RunAsync(ComponentHost host, KubeletFlags flags, CancellationToken ct)
    {
        var credentials = flags.BootstrapKubeconfig.Value.Length > 0 ? new NodeCredentials(flags.NodeName, CertificateFolder(flags), host.Time, host.Logger) : null;
        var config = credentials is null ? ClientConfig.FromKubeconfig(host.Kubeconfig)
            : await credentials.ConnectAsync(host.Kubeconfig ?? throw new StartupException("--bootstrap-kubeconfig needs --kubeconfig, the file to write"), flags.BootstrapKubeconfig, ct);
        using var client = new KubeClient(config with { UserAgent = "kubelet" }, host.Time);
        if (flags.Simulation.Nodes > 0)
        {
            await using var simulation = new SimulatedNodes(client, flags.SimulationOptions(), host.Loggers, host.Time, host.Random);
            await RunAsync(host, flags, simulation.Nodes, null, [], ct);
            return;
        }

        using var docker = new DockerConnection(flags.DockerHost);
        await using var shared = new SharedParts(client, NodeScope.One(flags.NodeName), host.Loggers, host.Time, host.Random);
        var node = HostNode.Compose(host, flags, shared, docker);
        using var checks = node.Services.Checks;
        await RunAsync(host, flags, new KubeletNodes(shared, [node]), credentials?.Serving, credentials is null ? [] : [token => credentials.RunAsync(client, token)], ct);
    }

    private static string CertificateFolder(KubeletFlags flags) => flags.CertDir.Value.Length > 0 ? flags.CertDir : Path.Combine(flags.RootDir, "pki");

    private static async Task RunAsync(
        ComponentHost host, KubeletFlags flags, KubeletNodes nodes, HeldCertificate? serving, IReadOnlyList<Func<CancellationToken, Task>> more, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        host.Health.AddReady("node", () => nodes.Trouble);
        host.Metrics.Gauge("kubelet_running_pods", "Pods this kubelet looks after.", () => nodes.Pods.Count());
        host.Metrics.Gauge("kubelet_running_containers", "Containers running on this kubelet's nodes, sandboxes aside.", () => nodes.RunningContainers);
        var reach = flags.Simulation.Nodes > 0 ? null : flags.Reach(host.Time);
        var settings = new ServerSettings(flags.Address, flags.Port, flags.TlsCertFile, flags.TlsKeyFile, flags.ClientCaFile, reach, serving);
        var server = new KubeletServer(settings, nodes, nodes.Reading, host).RunAsync(stop.Token);
        var running = nodes.RunAsync(stop.Token);
        var first = await Task.WhenAny([server, running, .. more.Select(loop => loop(stop.Token))]);
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }
}
