using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kube.Api.Diagnosis;

namespace Kctl.Diagnosis;

/// <summary>The links from a node to the program behind a Service: what its proxy has programmed, and what a connection from it comes to. Pure.</summary>
internal static class NetworkLinks
{
    /// <summary>The proxy's rules of one port.</summary>
    /// <param name="facts">The Service.</param>
    /// <param name="port">Its port.</param>
    /// <param name="node">The node that was asked.</param>
    /// <param name="rules">What its proxy said; null where it said nothing.</param>
    public static Link Rule(ServiceFacts facts, JsonObject port, string node, ServiceRules? rules)
    {
        var address = $"{facts.Service.Text("spec", "clusterIP")}:{port.Text("port")}";
        if (rules is null)
        {
            return Link.Break("proxy", new Finding($"the proxy of {node} does not answer: without it no service has an address there")
            {
                Remedies = [new Remedy($"start kube-proxy on {node}; on this machine", "./hack/up")],
            });
        }

        if (rules.Programmed != true)
        {
            return Link.Break("proxy", new Finding($"the kernel of {node} refused the proxy's rules") { Remedies = [new Remedy("read why in the log of kube-proxy on that node; nft must work there")] });
        }

        var rule = rules.Ports?.Find(known => known.Address == address && (known.Protocol ?? "TCP") == (port.Text("protocol") ?? "TCP"));
        if (rule is null)
        {
            return Link.Break("proxy", new Finding($"the proxy of {node} has no rule for {address}")
            {
                Details = ["it may be behind: it watches the API server like everybody else"],
                Remedies = [new Remedy("see whether it hears of changes; its log on that node says", facts.Command($"get endpointslices -l kubernetes.io/service-name={facts.Name}"))],
            });
        }

        var missing = facts.Ready.Select(pod => pod.Text("status", "podIP")).Where(ip => ip is not null && rule.Endpoints?.Exists(e => e.StartsWith($"{ip}:", StringComparison.Ordinal)) != true).ToList();
        return facts.Ready.Count > 0 && missing.Count == facts.Ready.Count
            ? Link.Break("proxy", new Finding($"the proxy of {node} hands {address} to none of the ready pods")
            {
                Details = [$"it has {(rule.Endpoints is { Count: > 0 } known ? string.Join(", ", known) : "no endpoints")}; the pods are {string.Join(", ", missing)}"],
                Remedies = [new Remedy("see whether it hears of changes; its log on that node says", facts.Command($"get endpointslices -l kubernetes.io/service-name={facts.Name}"))],
            })
            : new Link("proxy", $"{node} hands {address} to {ServiceLinks.Count(rule.Endpoints?.Count ?? 0, "endpoint")}");
    }

    /// <summary>The connection itself: to the Service, and to a pod behind it where the first one failed.</summary>
    public static Link Connection(ServiceFacts facts, int index, ConnectionReport service, ConnectionReport? pod, string? podName)
    {
        if (service.Connected == true)
        {
            return new Link("connection", string.Create(CultureInfo.InvariantCulture, $"{service.Node} reaches {service.Address} in {service.Milliseconds:0.0} ms"));
        }

        var target = ServiceLinks.TargetOf(facts.Ports[index]);
        return (pod?.Connected, pod?.Error) switch
        {
            (true, _) => Link.Break("connection", new Finding($"{service.Node} reaches pod {podName} at {pod!.Address} but not the service at {service.Address} ({service.Error})")
            {
                Details = ["the program listens; what is between is the proxy's rules on that node, or a firewall"],
                Remedies = [new Remedy("look at the rules there; kube-proxy puts its table back within seconds", "nft list table ip kube-proxy")],
            }),
            (false, ConnectionError.Refused) => Link.Break("connection", Refused(facts, index, target, pod!, podName)),
            (false, var error) => Link.Break("connection", new Finding($"{service.Node} cannot reach pod {podName} at {pod!.Address} ({error})")
            {
                Details = ["pods of other nodes are reached over the pod network; a network policy or a firewall may be in between"],
                Remedies = [new Remedy("see which policies choose the pod", facts.Command("get networkpolicies")), new Remedy("see where the pod is", facts.Command($"get pod {podName} -o wide"))],
            }),
            _ => Link.Break("connection", new Finding($"{service.Node} cannot reach {service.Address} ({service.Error})")),
        };
    }

    private static Finding Refused(ServiceFacts facts, int index, string target, ConnectionReport pod, string? podName)
    {
        var declared = facts.Ready.SelectMany(ServiceLinks.PortsOf).Select(p => p.Number).Where(p => p > 0 && $"{p}" != target).Distinct().ToList();
        return new Finding($"nothing listens on port {pod.Address?.Split(':')[^1]} of pod {podName}: the connection is refused")
        {
            Details = [declared.Count > 0 ? $"its containers declare {string.Join(", ", declared)}" : "its containers declare no other port"],
            Remedies = declared.Count > 0
                ? [.. declared.Select(port => new Remedy($"send port {facts.Ports[index].Text("port")} to {port}", ServiceLinks.TargetPatch(facts, index, port)))]
                : [new Remedy("see what the program listens on", facts.Command($"exec {podName} -- netstat -ltn")), new Remedy("or what it says", facts.Command($"logs {podName} --tail 20"))],
        };
    }
}
