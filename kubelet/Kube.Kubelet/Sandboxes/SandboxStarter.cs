using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Volumes;

namespace Kube.Kubelet.Sandboxes;

/// <summary>
/// Makes pod sandboxes. The pause container is started on the host's network, which needs none of Docker's network set-up, and its first process
/// leaves it for a network namespace of its own; <see cref="PodNetwork"/> then connects that. Containers that join the sandbox get this namespace
/// and, because Docker copies it, the sandbox's host name: the pod's. (Sandboxes started ahead of time cannot have it: Docker fixes the name when
/// a container is created.)
/// </summary>
internal sealed class SandboxStarter(IContainerRuntime runtime, PodNetwork network, PodDirectory directory, ClusterDns dns, string node) : ISandboxes
{
    private const string Busybox = "/bin/busybox";

    // As process 1 of a shared process namespace the sandbox must reap what others leave behind.
    private static readonly string[] s_reap = [Busybox, "sh", "-c", "trap 'exit 0' TERM INT; while :; do /bin/busybox sleep 2147483647 & wait $!; done"];
    private static readonly string[] s_sleep = [Busybox, "sleep", "2147483647"];

    /// <inheritdoc/>
    public async Task<string> StartAsync(Pod pod, int attempt, string hostIP, CancellationToken ct)
    {
        var ownNetwork = !pod.UsesHostNetwork();
        var address = ownNetwork ? (network.Addresses ?? throw new RuntimeException("the node has no pod network yet")).Take(pod.Uid()) : null;
        WriteFiles(pod, address?.ToString() ?? hostIP);
        var id = await runtime.CreateAsync(Request(pod, attempt, address?.ToString() ?? "", ownNetwork), ct);
        try
        {
            await runtime.StartAsync(id, ct);
            if (address is not null)
            {
                var pid = await NamespacePidAsync(id, ct);
                await network.ConnectAsync(pod, pid, address, ct);
            }

            return id;
        }
        catch
        {
            await runtime.RemoveAsync(id, CancellationToken.None);
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ContainerMount> Mounts(Pod pod) =>
    [
        new ContainerMount(directory.File(pod.Uid(), "etc-hosts"), "/etc/hosts"),
        new ContainerMount(directory.File(pod.Uid(), "resolv.conf"), "/etc/resolv.conf"),
        new ContainerMount(directory.File(pod.Uid(), "hostname"), "/etc/hostname"),
    ];

    private ContainerRequest Request(Pod pod, int attempt, string address, bool ownNetwork)
    {
        string[] command = pod.Spec?.ShareProcessNamespace == true ? s_reap : s_sleep;
        return new ContainerRequest
        {
            Identity = new ContainerIdentity
            {
                Node = node,
                Role = ContainerRole.Sandbox,
                PodUid = pod.Uid(),
                PodNamespace = pod.Namespace(),
                PodName = pod.Name(),
                ContainerName = "POD",
                Attempt = attempt,
                PodIP = address,
            },
            Image = PauseImage.Name,
            Hostname = ownNetwork ? pod.Hostname() : null,
            Entrypoint = ownNetwork ? [Busybox, "unshare", "-n", .. command] : command,
            AddCapabilities = ownNetwork ? ["SYS_ADMIN"] : [],
            HostIpc = pod.Spec?.HostIPC == true,
            CpuShares = 2,
            OomScoreAdjust = -998,
            KeepLogs = false,
        };
    }

    private void WriteFiles(Pod pod, string address)
    {
        var uid = pod.Uid();
        Directory.CreateDirectory(directory.Of(uid));
        var hosts = pod.UsesHostNetwork() && File.Exists("/etc/hosts") ? File.ReadAllText("/etc/hosts") : "";
        var resolv = File.Exists("/etc/resolv.conf") ? File.ReadAllText("/etc/resolv.conf") : "";
        File.WriteAllText(directory.File(uid, "etc-hosts"), HostsFile.Of(pod, address, dns.Domain, hosts));
        File.WriteAllText(directory.File(uid, "resolv.conf"), ResolvConf.Of(pod, dns, resolv));
        File.WriteAllText(directory.File(uid, "hostname"), (pod.UsesHostNetwork() ? Environment.MachineName : pod.Hostname()) + "\n");
    }

    // The first process is started on the host's network and leaves it within a millisecond or so; it is asked until it has.
    private async Task<int> NamespacePidAsync(string id, CancellationToken ct)
    {
        var host = new FileInfo("/proc/self/ns/net").LinkTarget;
        for (var i = 0; i < 1000; i++)
        {
            if (await runtime.InspectAsync(id, ct) is not { IsRunning: true } sandbox)
            {
                throw new RuntimeException("the sandbox ended at once");
            }

            if (new FileInfo($"/proc/{sandbox.Pid}/ns/net").LinkTarget is { } own && own != host)
            {
                return sandbox.Pid;
            }
        }

        throw new RuntimeException("the sandbox did not leave the host's network");
    }
}
