using Kube.Hosting;
using Kube.Proxy;

return await Component.RunAsync(
    new ComponentInfo(
        "kube-proxy",
        "Makes the cluster's Services reachable on this machine, from its pods, its own processes and outside, and answers for the cluster's names.\n"
        + "One process serves all nodes of a machine. When it ends, the packet rules stay and Services go on working as they were.",
        DefaultPort: 10256),
    args,
    flags => new ProxyFlags(flags),
    ProxyProcess.RunAsync);
