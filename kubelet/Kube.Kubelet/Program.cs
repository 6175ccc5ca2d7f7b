using Kube.Hosting;
using Kube.Kubelet;

return await Component.RunAsync(
    new ComponentInfo("kubelet", "The node agent: runs the pods that are bound to its node as Docker containers.", DefaultPort: null),
    args,
    flags => new KubeletFlags(flags),
    KubeletProcess.RunAsync);
