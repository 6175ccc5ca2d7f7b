using Kube.Client;
using Kube.Controllers;
using Kube.Hosting;

return await Component.RunAsync(
    new ComponentInfo("kube-controller-manager", "Brings what is in the cluster closer to what was asked for: Deployments, ReplicaSets, endpoints, nodes, namespaces and garbage.", 10257),
    args,
    flags => new ControllerManagerFlags(flags),
    RunAsync);

static async Task RunAsync(ComponentHost host, ControllerManagerFlags flags, CancellationToken ct)
{
    var options = flags.ToOptions();
    var config = ClientConfig.FromKubeconfig(host.Kubeconfig) with { UserAgent = host.Info.Name };
    using var client = new KubeClient(config, host.Time);
    var manager = new ControllerManager(client, options, host.Time, host.Random, host.Loggers, host.Metrics);
    if (!flags.LeaderElection.Enabled)
    {
        host.Health.AddReady("caches", () => manager.Ready.IsCompleted ? null : "filling");
        await manager.RunAsync(ct);
        return;
    }

    var elector = new LeaderElector(client, flags.ToCandidate($"{Environment.MachineName}_{Guid.NewGuid()}"), host.Loggers, host.Time, host.Random);
    host.Health.AddReady("caches", () => elector.IsLeader && !manager.Ready.IsCompleted ? "filling" : null);
    await elector.RunAsync(manager.RunAsync, ct);
}
