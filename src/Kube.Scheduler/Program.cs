using Kube.Client;
using Kube.Hosting;
using Kube.Scheduler;

return await Component.RunAsync(
    new ComponentInfo("kube-scheduler", "Gives every pod that has no node the node that suits it best.", 10259),
    args,
    flags => new SchedulerFlags(flags),
    async (host, flags, ct) =>
    {
        var config = host.Kubeconfig is { } path ? ClientConfig.FromKubeconfig(path) : ClientConfig.InCluster();
        using var client = new KubeClient(config with { UserAgent = "kube-scheduler" }, host.Time);
        var metrics = new SchedulerMetrics(host.Metrics);
        Task ScheduleAsync(CancellationToken token) =>
            new SchedulerService(client, flags.Options(), host.Time, host.Random, host.Loggers, metrics).RunAsync(token);

        if (!flags.LeaderElection.Enabled)
        {
            await ScheduleAsync(ct);
            return;
        }

        var election = new LeaderElectionOptions
        {
            Name = "kube-scheduler",
            Namespace = flags.LeaderElection.Namespace,
            Identity = $"{Environment.MachineName}_{Guid.NewGuid()}",
            LeaseDuration = flags.LeaderElection.LeaseDuration,
            RenewDeadline = flags.LeaderElection.RenewDeadline,
            RetryPeriod = flags.LeaderElection.RetryPeriod,
        };
        await new LeaderElector(client, election, host.Loggers, host.Time, host.Random).RunAsync(ScheduleAsync, ct);
    });
