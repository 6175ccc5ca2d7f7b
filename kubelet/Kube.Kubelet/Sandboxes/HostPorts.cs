using System.Net;
using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Sandboxes;

/// <summary>
/// Ports of a pod on the node's own addresses: one rule per port in a chain of ours, marked with the pod's uid, which is all that is needed to take
/// them away again. Not reachable under 127.0.0.1.
/// </summary>
internal sealed class HostPorts
{
    private const string Chain = "KUBE-LOCAL-HOSTPORTS";
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Leads the pod's host ports to its address; a repeated call changes nothing.</summary>
    public async Task OpenAsync(Pod pod, IPAddress address, CancellationToken ct)
    {
        var ports = pod.AllContainers().SelectMany(c => c.Ports ?? []).Where(p => p.HostPort > 0).ToList();
        if (ports.Count == 0)
        {
            return;
        }

        await _one.WaitAsync(ct);
        try
        {
            await EnsureChainAsync(ct);
            await RemoveAsync(pod.Uid(), ct);
            foreach (var port in ports)
            {
                await NatAsync(Rule(pod.Uid(), port, address), ct);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Takes the pod's rules away.</summary>
    public async Task CloseAsync(Pod pod, CancellationToken ct)
    {
        if (pod.UsesHostNetwork() || pod.AllContainers().All(c => c.Ports is not { } ports || ports.All(p => p.HostPort is null or 0)))
        {
            return;
        }

        await _one.WaitAsync(ct);
        try
        {
            await RemoveAsync(pod.Uid(), ct);
        }
        catch (RuntimeException)
        {
            // Without the chain there is nothing to take away.
        }
        finally
        {
            _one.Release();
        }
    }

    private static string[] Rule(string uid, ContainerPort port, IPAddress address)
    {
        string[] destination = string.IsNullOrEmpty(port.HostIP) || port.HostIP == "0.0.0.0" ? [] : ["-d", port.HostIP];
        return
        [
            "-A", Chain, .. destination, "-p", (port.Protocol ?? "TCP").ToLowerInvariant(), "--dport", $"{port.HostPort}",
            "-m", "comment", "--comment", uid, "-j", "DNAT", "--to-destination", $"{address}:{port.Port}",
        ];
    }

    private static async Task EnsureChainAsync(CancellationToken ct)
    {
        if (!await HoldsAsync(["-S", Chain], ct))
        {
            await NatAsync(["-N", Chain], ct);
        }

        foreach (var from in (string[])["PREROUTING", "OUTPUT"])
        {
            string[] jump = [from, "-m", "addrtype", "--dst-type", "LOCAL", "-j", Chain];
            if (!await HoldsAsync(["-C", .. jump], ct))
            {
                await NatAsync(["-A", .. jump], ct);
            }
        }
    }

    private static async Task RemoveAsync(string uid, CancellationToken ct)
    {
        var rules = await NatAsync(["-S", Chain], ct);
        foreach (var rule in rules.Split('\n').Where(r => r.Contains(uid, StringComparison.Ordinal)))
        {
            var words = rule.Replace("\"", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            await NatAsync(["-D", .. words[1..]], ct);
        }
    }

    private static async Task<bool> HoldsAsync(string[] arguments, CancellationToken ct)
    {
        try
        {
            await NatAsync(arguments, ct);
            return true;
        }
        catch (RuntimeException)
        {
            return false;
        }
    }

    private static Task<string> NatAsync(string[] arguments, CancellationToken ct) => Command.RunAsync("iptables", ["-w", "-t", "nat", .. arguments], null, ct);
}
