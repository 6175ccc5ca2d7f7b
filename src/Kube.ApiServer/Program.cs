using Kube.ApiServer;
using Kube.Hosting;

return await Component.RunAsync(
    new ComponentInfo("kube-apiserver", "Serves the Kubernetes API: validates objects, keeps them in etcd and tells everybody about changes.", null),
    args,
    flags => new ServerFlags(flags),
    async (host, flags, stop) =>
    {
        var options = await flags.ReadAsync(host, stop);
        if (flags.CertsOnly)
        {
            return;
        }

        await using var store = flags.OpenStore(host);
        if (flags.KeepsNothing)
        {
            ServerLog.KeepsNothing(host.Logger);
        }

        await using var server = await ApiServer.StartAsync(options, store, stop);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(stopped.SetResult);
        await stopped.Task;
    });
