using Kube.Client;
using Kube.Hosting;
using Kube.Scheduler;

return await Component.RunAsync(
    new ComponentInfo("kube-scheduler", "Gives every pod that has no node the node that suits it best.", 10259),
    args,
    flags => new SchedulerFlags(flags),
    async (host, flags, ct) =>
    {
        var config = ClientConfig.FromKubeconfig(host.Kubeconfig) with { UserAgent = host.Info.Name };
        using var client = new KubeClient(config, host.Time);
        var metrics = new SchedulerMetrics(host.Metrics);
        SchedulerService? running = null;
        Task ScheduleAsync(CancellationToken token)
        {
            running = new SchedulerService(client, flags.Options(), host.Time, host.Random, host.Loggers, metrics);
            return running.RunAsync(token);
        }

        if (!flags.LeaderElection.Enabled)
        {
            host.Health.AddReady("caches", () => running?.IsReady == true ? null : "filling");
            await ScheduleAsync(ct);
            return;
        }

        var elector = new LeaderElector(client, flags.Candidate($"{Environment.MachineName}_{Guid.NewGuid()}"), host.Loggers, host.Time, host.Random);
        host.Health.AddReady("caches", () => elector.IsLeader && running?.IsReady != true ? "filling" : null);
        await elector.RunAsync(ScheduleAsync, ct);
    });
