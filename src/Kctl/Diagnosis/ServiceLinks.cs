using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Diagnosis;

/// <summary>The links from a Service to its endpoints that can be judged from what the API server knows. Pure. In order; the first broken one explains the rest.</summary>
internal static class ServiceLinks
{
    /// <summary>The links in order, up to and with the first that is broken.</summary>
    public static IReadOnlyList<Link> Of(ServiceFacts facts)
    {
        if (facts.Service.Text("spec", "type") == "ExternalName")
        {
            return [new Link("name", $"stands for the name {facts.Service.Text("spec", "externalName")}; there are no pods behind it")];
        }

        var links = new List<Link>();
        Func<ServiceFacts, Link>[] steps = facts.Selector.Count == 0 ? [Endpoints] : [Selector, Readiness, Ports, Endpoints];
        foreach (var step in steps)
        {
            links.Add(step(facts));
            if (links[^1].Broken is not null)
            {
                break;
            }
        }

        return links;
    }

    public static Link Selector(ServiceFacts facts)
    {
        var text = string.Join(",", facts.Selector.Select(pair => $"{pair.Key}={pair.Value}"));
        var count = facts.Selected.Count;
        return count > 0 ? new Link("selector", $"{text} selects {Count(count, "pod")}") : Link.Break("selector", NearestLabels.Of(facts, text));
    }

    public static Link Readiness(ServiceFacts facts)
    {
        var (all, ready) = (facts.Selected, facts.Ready);
        if (ready.Count > 0)
        {
            return new Link("readiness", $"{ready.Count} of {Count(all.Count, "pod")} {(all.Count == 1 ? "is" : "are")} ready");
        }

        var worst = all.OrderByDescending(PodReasons.Interest).First();
        return Link.Break("readiness", new Finding($"none of {Count(all.Count, "pod")} is ready")
        {
            Details = [.. all.Take(5).Select(pod => $"pod/{pod.Name()} {State(pod, facts.Now)}"), .. all.Count > 5 ? [$"... and {all.Count - 5} more"] : (string[])[]],
            Remedies = [new Remedy("see why", facts.Command($"why pod/{worst.Name()}"))],
        });
    }

    public static Link Ports(ServiceFacts facts)
    {
        var texts = new List<string>();
        for (var i = 0; i < facts.Ports.Count; i++)
        {
            var (port, target) = (facts.Ports[i].Text("port"), TargetOf(facts.Ports[i]));
            var known = facts.Ready.SelectMany(PortsOf).ToList();
            if (!int.TryParse(target, out _) && known.All(p => p.Name != target))
            {
                return Link.Break("ports", MissingName(facts, i, port, target, known));
            }

            var number = int.TryParse(target, out var given) ? given : known.First(p => p.Name == target).Number;
            texts.Add(target == $"{number}" ? $"{port} goes to {number}" : $"{port} goes to {target} ({number})");
        }

        return new Link("ports", texts.Count == 0 ? "none" : string.Join(", ", texts));
    }

    public static Link Endpoints(ServiceFacts facts)
    {
        var addresses = facts.ReadyAddresses;
        var missing = facts.Ready.Where(pod => pod.Text("status", "podIP") is { Length: > 0 } ip && !addresses.Contains(ip)).ToList();
        if (facts.Selector.Count > 0 && missing.Count == facts.Ready.Count)
        {
            return Link.Break("endpoints", new Finding($"{Count(facts.Ready.Count, "ready pod")} and no endpoint: the controller that writes endpoint slices is behind or down")
            {
                Details = [LeaseText.Of("kube-controller-manager", facts.ControllerLease, facts.Now)],
                Remedies = [new Remedy("see who leads, then start a controller manager", "kctl get leases -n kube-system")],
            });
        }

        if (addresses.Count == 0)
        {
            return Link.Break("endpoints", new Finding("the service has no selector, and nobody has written endpoints for it")
            {
                Remedies = [new Remedy("give it a selector", facts.Command($"set selector service {facts.Name} app=NAME"))],
            });
        }

        var distinct = addresses.Distinct().Count();
        return new Link("endpoints", $"{distinct} address{(distinct == 1 ? "" : "es")} in {Count(facts.Slices.Count, "slice")}{(missing.Count > 0 ? $"; {missing.Count} not there yet" : "")}");
    }

    /// <summary>The container ports of a pod that have a name or a number.</summary>
    public static IEnumerable<(string Name, int Number)> PortsOf(JsonObject pod) =>
        pod.Objects("spec", "containers").SelectMany(c => c.Objects("ports")).Select(p => (p.Text("name") ?? "", (int)(p.Number("containerPort") ?? 0)));

    /// <summary>The patch that corrects a port's target.</summary>
    public static string TargetPatch(ServiceFacts facts, int index, int port) =>
        facts.Command($"patch service {facts.Name} --type=json -p '[{{\"op\":\"replace\",\"path\":\"/spec/ports/{index}/targetPort\",\"value\":{port}}}]'");

    public static string TargetOf(JsonObject port) => port.Text("targetPort") ?? port.Text("port") ?? "";

    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static Finding MissingName(ServiceFacts facts, int index, string? port, string target, List<(string Name, int Number)> known)
    {
        var names = known.Where(p => p.Name.Length > 0).Select(p => p.Name).Distinct().ToList();
        var nearest = Suggestion.Nearest(target, names) is { } name ? known.First(p => p.Name == name).Number : known.Select(p => p.Number).Distinct().ToList() is [var only] ? only : 0;
        return new Finding($"port {port} goes to the port named {target}, and no pod has one of that name")
        {
            Details = [names.Count > 0 ? $"the pods' ports are named {string.Join(", ", names)}" : "the pods' ports have no names"],
            Remedies = [nearest > 0 ? new Remedy($"send it to {nearest}", TargetPatch(facts, index, nearest)) : new Remedy("send it to a port the pods have", facts.Command($"edit service {facts.Name}"))],
        };
    }

    private static string State(JsonObject pod, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(pod.Text("spec", "nodeName")))
        {
            return "waits for a node";
        }

        var waiting = ContainerReasons.Statuses(pod).Select(s => s.Text("state", "waiting", "reason")).FirstOrDefault(reason => reason is not null);
        return waiting is null ? PodReasons.Summary(pod, now) : $"is on {pod.Text("spec", "nodeName")}: {waiting}";
    }
}
