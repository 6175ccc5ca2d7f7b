using System.Net;
using System.Security.Cryptography;
using System.Text;
using Kube.Proxy.Services;

namespace Kube.Proxy.Nftables;

/// <summary>
/// From where traffic should go to packet rules. Pure. Whatever the number of Services, a packet costs two map look-ups; one random number picks the endpoint.
/// <para>
/// A connection is translated at its first packet: in <c>nat-prerouting</c> for what arrives (from pods and from outside), in <c>nat-output</c> for the machine's
/// own processes. Its source becomes the machine's address (the mark, read in <c>nat-postrouting</c>) only where the answer would not come back otherwise:
/// clients outside the cluster's addresses, node ports, and a pod that reaches itself. A Service without endpoints is refused at once instead of timing out.
/// </para>
/// </summary>
internal sealed class ServiceRules(ServiceRulesOptions options)
{
    /// <summary>Our own table: nobody else's rules are touched.</summary>
    public const string Table = "ip kube-proxy";

    private const string ServiceAddresses = "service-addresses";
    private const string ServiceNodePorts = "service-nodeports";
    private const string RefusedAddresses = "refused-addresses";
    private const string RefusedNodePorts = "refused-nodeports";
    private const string ClusterAddresses = "cluster-addresses";
    private const string Hairpin = "hairpin";
    private const string Mark = "meta mark set meta mark or 0x4000";
    private const string AddressKey = "ip daddr . meta l4proto . th dport";
    private const string NodePortKey = "meta l4proto . th dport";

    /// <summary>The table for these entries.</summary>
    public NftRuleset Render(IEnumerable<ServiceEntry> entries)
    {
        var ruleset = new NftRuleset();
        AddBase(ruleset);
        foreach (var entry in entries)
        {
            if (!options.ReservedAddresses.Contains(entry.ClusterAddress))
            {
                AddService(ruleset, entry);
            }
        }

        return ruleset;
    }

    private void AddBase(NftRuleset ruleset)
    {
        const string address = "ipv4_addr . inet_proto . inet_service";
        ruleset.Add(new NftSet(ServiceAddresses, address, HasVerdicts: true));
        ruleset.Add(new NftSet(RefusedAddresses, address, HasVerdicts: true));
        ruleset.Add(new NftSet(ServiceNodePorts, "inet_proto . inet_service", HasVerdicts: true));
        ruleset.Add(new NftSet(RefusedNodePorts, "inet_proto . inet_service", HasVerdicts: true));
        ruleset.Add(new NftSet(ClusterAddresses, "ipv4_addr"));
        ruleset.Add(new NftSet(Hairpin, "ipv4_addr . ipv4_addr"));

        // Before Docker's own translation (-100), which would otherwise take a node port that a container publishes.
        ruleset.Add(new NftChain("nat-prerouting", "type nat hook prerouting priority -110;", ["jump services"]));
        ruleset.Add(new NftChain("nat-output", "type nat hook output priority -110;", ["jump services"]));
        ruleset.Add(new NftChain("services", null,
        [
            $"ip daddr @{ClusterAddresses} ip saddr != {options.ClusterCidr} {Mark}",
            $"{AddressKey} vmap @{ServiceAddresses}",
            $"fib daddr type local {NodePortKey} vmap @{ServiceNodePorts}",
        ]));
        ruleset.Add(new NftChain("nat-postrouting", "type nat hook postrouting priority 90;",
        [
            "meta mark and 0x4000 == 0x4000 meta mark set meta mark xor 0x4000 masquerade fully-random",
            $"ct status dnat ip saddr . ip daddr @{Hairpin} masquerade fully-random",
            $"oifname != \"lo\" ip saddr {options.ClusterCidr} ip daddr != {options.ClusterCidr} masquerade fully-random",
        ]));

        ruleset.Add(new NftChain("filter-input", "type filter hook input priority -10;", [$"ct state new fib daddr type local {NodePortKey} vmap @{RefusedNodePorts}"]));
        ruleset.Add(new NftChain("filter-forward", "type filter hook forward priority -10;", ["ct state new jump refuse-addresses"]));
        ruleset.Add(new NftChain("filter-output", "type filter hook output priority -10;",
            ["ct state new jump refuse-addresses", $"ct state new fib daddr type local {NodePortKey} vmap @{RefusedNodePorts}"]));
        ruleset.Add(new NftChain("refuse-addresses", null,
        [
            $"{AddressKey} vmap @{RefusedAddresses}",

            // A cluster address that was not translated has no such port.
            $"ip daddr @{ClusterAddresses} goto refuse",
        ]));
        ruleset.Add(new NftChain("refuse", null, ["meta l4proto tcp reject with tcp reset", "reject with icmp port-unreachable"]));

        // Node ports on 127.0.0.1 need route_localnet, which would open the machine's loopback to its neighbours: closed here.
        ruleset.Add(new NftChain("guard-loopback", "type filter hook prerouting priority -300;", ["iifname != \"lo\" ip daddr 127.0.0.0/8 drop"]));
    }

    private static void AddService(NftRuleset ruleset, ServiceEntry entry)
    {
        var protocol = entry.Name.Protocol.ToString().ToLowerInvariant();
        ruleset.Elements.TryAdd((ClusterAddresses, entry.ClusterAddress.ToString()), null);
        var chain = ChainName("svc", entry.Name);
        Direct(ruleset, entry, chain, entry.Backends, (ServiceAddresses, RefusedAddresses), $"{entry.ClusterAddress} . {protocol} . {entry.Port}");
        if (!entry.MachinePorts.Any() && entry.ExternalAddresses.Count == 0)
        {
            return;
        }

        var external = AddExternalChain(ruleset, entry, chain);
        foreach (var address in entry.ExternalAddresses)
        {
            Point(ruleset, entry, external, (ServiceAddresses, RefusedAddresses), $"{address} . {protocol} . {entry.Port}");
        }

        foreach (var port in entry.MachinePorts)
        {
            Point(ruleset, entry, external, (ServiceNodePorts, RefusedNodePorts), $"{protocol} . {port}");
        }
    }

    /// <summary>A chain that picks an endpoint, and the key that leads to it; without endpoints the key is refused.</summary>
    private static void Direct(
        NftRuleset ruleset, ServiceEntry entry, string chain, IReadOnlyList<IPEndPoint> backends, (string Served, string Refused) maps, string key)
    {
        if (backends.Count == 0)
        {
            ruleset.Elements.TryAdd((maps.Refused, key), "goto refuse");
            return;
        }

        AddBackends(ruleset, entry, chain, backends);
        ruleset.Elements.TryAdd((maps.Served, key), $"goto {chain}");
    }

    /// <summary>The chain for traffic from outside; null without endpoints. It has its own choice of endpoints where a policy makes that differ from the traffic inside.</summary>
    private static string? AddExternalChain(NftRuleset ruleset, ServiceEntry entry, string chain)
    {
        if (entry.ExternalBackends.Count == 0)
        {
            return null;
        }

        if (!entry.ExternalBackends.SequenceEqual(entry.Backends))
        {
            chain = ChainName("loc", entry.Name);
            AddBackends(ruleset, entry, chain, entry.ExternalBackends);
        }

        // Where the client's address is kept, only the machine's own processes lose it: 127.0.0.1 would not come back.
        var external = ChainName("ext", entry.Name);
        ruleset.Add(new NftChain(external, null, [entry.KeepsClientAddress ? $"fib saddr type local {Mark}" : Mark, $"goto {chain}"]));
        return external;
    }

    private static void Point(NftRuleset ruleset, ServiceEntry entry, string? chain, (string Served, string Refused) maps, string key)
    {
        if (chain is not null)
        {
            ruleset.Elements.TryAdd((maps.Served, key), $"goto {chain}");
        }
        else
        {
            // With endpoints on other nodes only, somebody else answers: stay silent, as Kubernetes does.
            ruleset.Elements.TryAdd((maps.Refused, key), entry.KeepsClientAddress && entry.Backends.Count > 0 ? "drop" : "goto refuse");
        }
    }

    private static void AddBackends(NftRuleset ruleset, ServiceEntry entry, string chain, IReadOnlyList<IPEndPoint> backends)
    {
        foreach (var backend in backends)
        {
            ruleset.Elements.TryAdd((Hairpin, $"{backend.Address} . {backend.Address}"), null);
        }

        ruleset.Add(new NftChain(chain, null, entry.Affinity is { } time ? Sticky(ruleset, entry, chain, backends, time) : [Translate(entry, backends)]));
    }

    private static string Translate(ServiceEntry entry, IReadOnlyList<IPEndPoint> backends)
    {
        var protocol = entry.Name.Protocol.ToString().ToLowerInvariant();
        if (backends.Count == 1)
        {
            return $"meta l4proto {protocol} dnat ip to {backends[0]}";
        }

        var choices = string.Join(", ", backends.Select((backend, index) => $"{index} : {backend.Address} . {backend.Port}"));
        return $"meta l4proto {protocol} dnat ip to numgen random mod {backends.Count} map {{ {choices} }}";
    }

    /// <summary>Each endpoint has a set of the clients that stay with it; the sets outlive changes of the other endpoints.</summary>
    private static List<string> Sticky(NftRuleset ruleset, ServiceEntry entry, string chain, IReadOnlyList<IPEndPoint> backends, TimeSpan time)
    {
        var rules = new List<string>();
        var choices = new List<string>();
        foreach (var backend in backends)
        {
            var name = $"{chain}-{backend.Address}.{backend.Port}";
            ruleset.Add(new NftSet("of-" + name, "ipv4_addr", IsDynamic: true));
            ruleset.Add(new NftChain("ep-" + name, null,
                [$"update @of-{name} {{ ip saddr timeout {(long)time.TotalSeconds}s }}", Translate(entry, [backend])]));
            rules.Add($"ip saddr @of-{name} goto ep-{name}");
            choices.Add($"{choices.Count} : goto ep-{name}");
        }

        rules.Add($"numgen random mod {backends.Count} vmap {{ {string.Join(", ", choices)} }}");
        return rules;
    }

    /// <summary>Readable, and unique where names had to be shortened.</summary>
    private static string ChainName(string prefix, ServicePortName name)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.ToString())).AsSpan(0, 4));
        return $"{prefix}-{hash}-{name.Namespace}/{name.Service}/{name.Port}".TrimEnd('/');
    }
}
