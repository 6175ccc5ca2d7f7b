using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Printing;
using Kube.Api.Diagnosis;
using Kube.Client;
using Kube.Machinery.Yaml;

namespace Kctl.Diagnosis;

/// <summary>Collects what there is to know of a Service, has each link judged by pure functions, and prints how far the chain holds.</summary>
internal sealed class DoctorCommand(Session session, string? output)
{
    private const string LeasePath = "/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/";
    private const int Looks = 4;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);
    private readonly Reach _reach = new(session);

    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken ct)
    {
        var nodes = (await session.Api.ListAsync("/api/v1/nodes", ct)).Objects("items");
        var checkups = words.Count == 0 ? await ClusterAsync(nodes, ct) : [await NamedAsync(words, nodes, ct)];
        Print(checkups, words.Count == 0);
        return checkups.All(checkup => checkup.Holds) ? 0 : 1;
    }

    private DateTimeOffset Now => session.Terminal.Time.GetUtcNow();

    private void Print(IReadOnlyList<Checkup> checkups, bool many)
    {
        var json = () => many ? new JsonArray([.. checkups.Select(checkup => (JsonNode)checkup.ToJson())]) : (JsonNode)checkups[0].ToJson();
        switch (output)
        {
            case null or "":
                foreach (var checkup in checkups)
                {
                    checkup.WriteTo(session.Out);
                }

                break;
            case "json":
                session.Out.WriteLine(JsonText.Pretty(json()));
                break;
            case "yaml":
                session.Out.Write(YamlJson.Write(json()));
                break;
            default:
                throw new CommandException($"unable to match a printer suitable for the output format \"{output}\", allowed formats are: json,yaml");
        }
    }

    private async Task<Checkup> NamedAsync(IReadOnlyList<string> words, IReadOnlyList<JsonObject> nodes, CancellationToken ct)
    {
        var target = await Target.SingleAsync(words, session, "examine", ct, defaultType: "services");
        if (target.Type.Kind != "Service")
        {
            throw new CommandException($"doctor follows services; \"kctl why {target.Type.Singular}/{target.Name}\" explains pods and what makes them");
        }

        var checkup = await LookAsync(target, nodes, ct);
        for (var looks = 1; looks < Looks && checkup.Links is [.., { Broken: not null, Name: "endpoints" or "proxy" }]; looks++)
        {
            // What was made a moment ago is on its way through controllers and proxies: they are only blamed when they stay behind.
            await Task.Delay(s_pause, session.Terminal.Time, ct);
            checkup = await LookAsync(target, nodes, ct);
        }

        return checkup;
    }

    private async Task<Checkup> LookAsync(Target target, IReadOnlyList<JsonObject> nodes, CancellationToken ct)
    {
        var service = await session.Api.GetAsync(target.Type.ObjectPath(target.NamespaceIn(session), target.Name!), ct);
        var ns = Uri.EscapeDataString(service.Namespace() ?? "");
        var facts = new ServiceFacts(service)
        {
            Pods = (await session.Api.ListAsync($"/api/v1/namespaces/{ns}/pods", ct)).Objects("items"),
            Slices = (await session.Api.ListAsync(QueryText.With($"/apis/discovery.k8s.io/v1/namespaces/{ns}/endpointslices", ("labelSelector", $"kubernetes.io/service-name={service.Name()}")), ct)).Objects("items"),
            ControllerLease = await session.Api.FindAsync(LeasePath + "kube-controller-manager", ct),
            Flags = session.ExplicitNamespace is { } given ? $" -n {given}" : "",
            Now = Now,
        };
        return await ServiceAsync($"service/{service.Name()}", facts, nodes, ct);
    }

    private async Task<IReadOnlyList<Checkup>> ClusterAsync(IReadOnlyList<JsonObject> nodes, CancellationToken ct)
    {
        var controllers = await session.Api.FindAsync(LeasePath + "kube-controller-manager", ct);
        var scheduler = await session.Api.FindAsync(LeasePath + "kube-scheduler", ct);
        var checkups = new List<Checkup>
        {
            new("nodes", [.. ClusterLinks.Nodes(nodes, Now)]),
            new("components", [ClusterLinks.Component("kube-scheduler", scheduler, Now), ClusterLinks.Component("kube-controller-manager", controllers, Now)]),
        };
        var services = (await session.Api.ListAsync("/api/v1/services", ct)).Objects("items");
        var pods = (await session.Api.ListAsync("/api/v1/pods", ct)).Objects("items").ToLookup(pod => pod.Namespace());
        var slices = (await session.Api.ListAsync("/apis/discovery.k8s.io/v1/endpointslices", ct)).Objects("items")
            .ToLookup(slice => (slice.Namespace(), slice.Text("metadata", "labels", "kubernetes.io/service-name")));
        foreach (var service in services)
        {
            var facts = new ServiceFacts(service)
            {
                Pods = [.. pods[service.Namespace()]],
                Slices = [.. slices[(service.Namespace(), service.Name())]],
                ControllerLease = controllers,
                Flags = $" -n {service.Namespace()}",
                Now = Now,
            };
            checkups.Add(await ServiceAsync($"service/{service.Name()} -n {service.Namespace()}", facts, nodes, ct));
        }

        return checkups;
    }

    private async Task<Checkup> ServiceAsync(string about, ServiceFacts facts, IReadOnlyList<JsonObject> nodes, CancellationToken ct)
    {
        var links = ServiceLinks.Of(facts).ToList();
        var node = nodes.FirstOrDefault(ClusterLinks.IsReady)?.Name();
        if (links.Exists(link => link.Broken is not null) || facts.Service.Text("spec", "type") == "ExternalName" || facts.IsHeadless)
        {
            return new Checkup(about, links);
        }

        if (node is null)
        {
            return new Checkup(about, [.. links, Link.Break("connection", new Finding("no node is ready to try it") { Remedies = [new Remedy("see the nodes", "kctl get nodes")] })]);
        }

        for (var i = 0; i < facts.Ports.Count && links.TrueForAll(link => link.Broken is null); i++)
        {
            await PortAsync(facts, i, node, links, ct);
        }

        return new Checkup(about, links);
    }

    private async Task PortAsync(ServiceFacts facts, int index, string node, List<Link> links, CancellationToken ct)
    {
        ApiException? problem = null;
        var port = facts.Ports[index];
        var rules = await _reach.RulesAsync(node, facts.Service.Namespace() ?? "", facts.Name, e => problem = e, ct);
        if (problem is { Code: 403 or 404 or 405 })
        {
            links.Add(new Link("connection", $"not tried: {node} cannot be asked ({problem.Message})"));
            return;
        }

        links.Add(NetworkLinks.Rule(facts, port, node, rules));
        if (links[^1].Broken is not null || (port.Text("protocol") ?? "TCP") != "TCP")
        {
            return;
        }

        if (await _reach.ConnectAsync(node, $"{facts.Service.Text("spec", "clusterIP")}:{port.Text("port")}", e => problem = e, ct) is not { } service)
        {
            links.Add(new Link("connection", $"not tried: {problem?.Message}"));
            return;
        }

        var (pod, name) = service.Connected == true ? (null, null) : await BehindAsync(facts, port, rules, node, ct);
        links.Add(NetworkLinks.Connection(facts, index, service, pod, name));
    }

    /// <summary>The connection to the first pod behind a port that cannot be reached itself, or to the first that can.</summary>
    private async Task<(ConnectionReport? Report, string? Pod)> BehindAsync(ServiceFacts facts, JsonObject port, ServiceRules? rules, string node, CancellationToken ct)
    {
        var address = $"{facts.Service.Text("spec", "clusterIP")}:{port.Text("port")}";
        (ConnectionReport? Report, string? Pod) first = (null, null);
        foreach (var endpoint in rules?.Ports?.Find(rule => rule.Address == address)?.Endpoints?.Take(5) ?? [])
        {
            var report = await _reach.ConnectAsync(node, endpoint, _ => { }, ct);
            var name = facts.Selected.FirstOrDefault(pod => endpoint.StartsWith($"{pod.Text("status", "podIP")}:", StringComparison.Ordinal))?.Name();
            if (report?.Connected == false)
            {
                return (report, name);
            }

            first = first.Report is null ? (report, name) : first;
        }

        return first;
    }
}
