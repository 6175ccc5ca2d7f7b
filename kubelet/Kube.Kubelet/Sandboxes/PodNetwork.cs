using System.Net;
using System.Security.Cryptography;
using System.Text;
using Kube.Api.Core.V1;
using Kube.Kubelet.Node;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Sandboxes;

/// <summary>
/// The node's pod network: a bridge (a Docker network named <c>kube-NODE</c>, so that Docker keeps it over restarts) and one veth pair per pod.
/// The pairs are made here and not by Docker: that halves the cost of a sandbox, keeps a pod's address when its sandbox is replaced,
/// and lets the host name be the pod's own. Docker drops packets between its bridges; rules in its DOCKER-USER chain let ours pass.
/// </summary>
internal sealed class PodNetwork(IContainerRuntime runtime, string node, string rootDirectory) : IPodNetwork
{
    private const int MaxInterfaceName = 15;
    private readonly HostPorts _hostPorts = new();
    private volatile AddressPool? _addresses;

    /// <inheritdoc/>
    public AddressPool? Addresses => _addresses;

    /// <inheritdoc/>
    public IPNetwork? LastRange => IPNetwork.TryParse(ProcFile.Text(RangeFile), out var range) ? range : null;

    /// <summary>The bridge's name: the node's when that fits an interface name, else a fingerprint of it.</summary>
    public string Bridge { get; } = $"kube-{node}".Length <= MaxInterfaceName ? $"kube-{node}" : $"kube-{Fingerprint(node, 10)}";

    /// <inheritdoc/>
    public async Task ConfigureAsync(IPNetwork range, IEnumerable<ContainerSnapshot> running, CancellationToken ct)
    {
        var pool = _addresses?.Range.Equals(range) == true ? _addresses : new AddressPool(range);
        await runtime.EnsureNetworkAsync(new PodNetworkSpec($"kube-{node}", Bridge, range.ToString(), pool.Gateway.ToString()), ct);
        await AllowForwardingAsync("-i", ct);
        await AllowForwardingAsync("-o", ct);
        foreach (var container in running.Where(c => c.Identity.PodIP.Length > 0))
        {
            pool.Adopt(container.Identity.PodUid, IPAddress.Parse(container.Identity.PodIP));
        }

        await File.WriteAllTextAsync(RangeFile, range.ToString(), ct);
        _addresses = pool;
    }

    /// <summary>Connects a started sandbox, whose process has a network namespace of its own, under the pod's address.</summary>
    public async Task ConnectAsync(Pod pod, int pid, IPAddress address, CancellationToken ct)
    {
        var pool = _addresses ?? throw new RuntimeException("the node has no pod network yet");
        var outside = HostInterface(pod.Uid());
        await RemoveInterfaceAsync(outside, ct);
        var host = $"""
            link add {outside} type veth peer name eth0 address {HardwareAddress(address)} netns {pid}
            link set {outside} master {Bridge} up
            link set {outside} type bridge_slave hairpin on

            """;
        await Command.RunAsync("ip", ["-batch", "-"], host, ct);
        await Command.RunAsync("nsenter", ["--target", $"{pid}", "--net", "sh", "-e"], InsideScript(pool, address, pod.Spec?.SecurityContext?.Sysctls ?? []), ct);
        await _hostPorts.OpenAsync(pod, address, ct);
    }

    /// <summary>Undoes <see cref="ConnectAsync"/> for a pod that is gone. The pair itself went with its namespace.</summary>
    public async Task ReleaseAsync(Pod pod, CancellationToken ct)
    {
        await _hostPorts.CloseAsync(pod, ct);
        _addresses?.Release(pod.Uid());
    }

    private string RangeFile => Path.Combine(rootDirectory, "pod-range");

    // The kernel's own default keeps ports below 1024 from processes that are not root; container engines lift that, and so do we.
    private static string InsideScript(AddressPool pool, IPAddress address, IReadOnlyList<Sysctl> sysctls)
    {
        var script = new StringBuilder($"""
            ip -batch - <<END
            link set lo up
            address add {address}/{pool.Range.PrefixLength} dev eth0
            link set eth0 up
            route add default via {pool.Gateway}
            END
            echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start

            """);
        foreach (var sysctl in sysctls.Where(s => s.Name!.StartsWith("net.", StringComparison.Ordinal) && IsPlain(s.Name) && IsPlain(s.Value!)))
        {
            script.Append($"echo '{sysctl.Value}' > /proc/sys/{sysctl.Name!.Replace('.', '/')}\n");
        }

        return script.ToString();
    }

    private static bool IsPlain(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or ' ' or '\t');

    private static async Task RemoveInterfaceAsync(string name, CancellationToken ct)
    {
        if (Directory.Exists($"/sys/class/net/{name}"))
        {
            await Command.RunAsync("ip", ["link", "delete", name], null, ct);
        }
    }

    private async Task AllowForwardingAsync(string direction, CancellationToken ct)
    {
        string[] rule = ["DOCKER-USER", direction, Bridge, "-j", "ACCEPT"];
        try
        {
            await Command.RunAsync("iptables", ["-w", "-C", .. rule], null, ct);
        }
        catch (RuntimeException)
        {
            await Command.RunAsync("iptables", ["-w", "-I", .. rule], null, ct);
        }
    }

    // Made from the address: when that moves to another sandbox, what neighbours remember of it stays true.
    private static string HardwareAddress(IPAddress address) => $"0a:58:{string.Join(':', address.GetAddressBytes().Select(b => $"{b:x2}"))}";

    private static string HostInterface(string podUid) => $"kv{Fingerprint(podUid, 12)}";

    private static string Fingerprint(string text, int length) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];
}
