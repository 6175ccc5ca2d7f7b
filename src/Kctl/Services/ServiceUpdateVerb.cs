using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Services;

/// <summary><c>kctl service update</c>: changes what is named, leaves the rest.</summary>
internal static class ServiceUpdateVerb
{
    public static Verb Create(Session session)
    {
        var words = Flags.Words("SERVICE", "the service");
        var rollback = Flags.Switch("--rollback", "go back to what the service was before its last update");
        var publishAdd = Flags.Many("--publish-add", "PORT", "publish a port more");
        var publishRemove = Flags.Many("--publish-rm", "PORT", "do not publish any more: 8080, 8080:80, or the pods' port");
        var networkAdd = Flags.Many("--network-add", "NAME", "join a network");
        var networkRemove = Flags.Many("--network-rm", "NAME", "leave a network");
        var change = new TemplateFlags();
        var wait = new ConvergeFlags();
        return new Verb(
            "update", "Changes a service, replacing its pods step by step where it must.",
            "kctl service update --image kube.local/echo:2 web", "kctl service update --env-add COLOUR=blue --replicas 5 web", "kctl service update --publish-add 8081:8080 web", "kctl service update --rollback web")
            .With([words, rollback, publishAdd, publishRemove, networkAdd, networkRemove, .. change.All, .. wait.All])
            .Does(async (parse, ct) =>
            {
                var named = ServiceWords.One(parse.GetValue(words));
                if (parse.GetValue(rollback))
                {
                    return await wait.FollowAsync(session, parse, await ServiceRollbackVerb.RollBackAsync(session, named, ct), isDeployment: true, ct);
                }

                var update = new ServiceUpdate(session)
                {
                    PublishAdd = [.. (parse.GetValue(publishAdd) ?? []).SelectMany(ServiceFlags.PublishFlag)],
                    PublishRemove = parse.GetValue(publishRemove) ?? [],
                    NetworkAdd = [.. (parse.GetValue(networkAdd) ?? []).Select(ServiceFlags.Network)],
                    NetworkRemove = parse.GetValue(networkRemove) ?? [],
                };
                var name = await update.RunAsync(named, deployment => change.Apply(deployment, parse, session.Terminal.Time), ct);
                return await wait.FollowAsync(session, parse, name, isDeployment: true, ct);
            });
    }
}

/// <summary>One update of one service.</summary>
internal sealed class ServiceUpdate(Session session)
{
    private readonly ServiceStore _store = new(session);

    public IReadOnlyList<PublishedPort> PublishAdd { get; init; } = [];

    public IReadOnlyList<string> PublishRemove { get; init; } = [];

    public IReadOnlyList<string> NetworkAdd { get; init; } = [];

    public IReadOnlyList<string> NetworkRemove { get; init; } = [];

    /// <summary>Writes the changes; the service's name.</summary>
    public async Task<string> RunAsync(string nameOrId, Action<JsonObject> change, CancellationToken ct)
    {
        var service = await _store.GetAsync(nameOrId, ct);
        if (PublishAdd.Count > 0 || PublishRemove.Count > 0)
        {
            await PublishAsync(service, ct);
        }

        foreach (var network in NetworkAdd)
        {
            await _store.PutAsync(NetworkPolicies.Network(network, new Dictionary<string, string>()), ct);
        }

        var after = await _store.ChangeAsync("deployments", service.Name, deployment =>
        {
            change(deployment);
            JoinNetworks(deployment);
        }, ct);
        await PoliciesAsync(service, after, ct);
        await session.Out.WriteLineAsync(service.Name);
        await session.Out.FlushAsync(ct);
        return service.Name;
    }

    /// <summary>The mesh ports after the change. Pure.</summary>
    internal static IReadOnlyList<PublishedPort> Ports(IReadOnlyList<PublishedPort> now, IReadOnlyList<PublishedPort> add, IReadOnlyList<string> remove)
    {
        var leaving = remove.Select(text => (Text: text, Going: now.Where(p => Matches(p, text)).ToList())).ToList();
        if (leaving.FirstOrDefault(l => l.Going.Count == 0).Text is { } unknown)
        {
            throw new CommandException($"--publish-rm {unknown}: no such port is published; there are: {(now.Count == 0 ? "none" : string.Join(", ", now.Select(p => $"{p.Published}:{p.Target}")))}");
        }

        return [.. now.Except(leaving.SelectMany(l => l.Going)).Where(p => !add.Any(a => a.Published == p.Published && a.Protocol == p.Protocol)), .. add];
    }

    private static bool Matches(PublishedPort port, string text)
    {
        var (numbers, protocol) = text.Split('/', 2) is [var n, var p] ? (n, p.ToUpperInvariant()) : (text, "TCP");
        return port.Protocol == protocol && (numbers == $"{port.Target}" || numbers == $"{port.Published}" || numbers == $"{port.Published}:{port.Target}");
    }

    private async Task PublishAsync(DeployedService service, CancellationToken ct)
    {
        if (PublishAdd.FirstOrDefault(p => p.OnHost || p.Published is null) is not null)
        {
            throw new CommandException("--publish-add takes PUBLISHED:TARGET ports of the routing mesh; host ports and ports chosen by the cluster are set when a service is created");
        }

        await PublishedElsewhere.RefuseAsync(session, service.Name, PublishAdd, ct);
        var ports = Ports(PublishedText.Mesh(service.Service), PublishAdd, PublishRemove);
        if (service.Service is null || service.Service.Text("spec", "clusterIP") == "None")
        {
            // A name without an address cannot be published: it gives way to a Service with one.
            var made = ServiceObjects.Service(new ServiceDefinition { Name = service.Name, Selector = service.Deployment.Map("spec", "selector", "matchLabels").ToDictionary(), Ports = [.. ports] });
            await _store.DeleteAsync("services", service.Name, ct);
            await _store.CreateAsync(made, ct);
            return;
        }

        await _store.ChangeAsync("services", service.Name, obj =>
        {
            var annotations = obj["metadata"]!["annotations"] as JsonObject ?? [];
            annotations.Remove(ServiceObjects.PublishAnnotation);
            annotations.Put(ServiceObjects.PublishAnnotation, PublishedText.Annotation(ports));
            obj["metadata"]!["annotations"] = annotations.DeepClone();
            AddTargets(obj, ports);
        }, ct);
    }

    /// <summary>Each port the nodes lead to is one of the Service's.</summary>
    private static void AddTargets(JsonObject service, IEnumerable<PublishedPort> ports)
    {
        var own = service["spec"]!["ports"] as JsonArray ?? [];
        foreach (var port in ports.Where(p => !own.OfType<JsonObject>().Any(o => o.Number("port") == p.Target && (o.Text("protocol") ?? "TCP") == p.Protocol)))
        {
            own.Add((JsonNode)new JsonObject { ["port"] = port.Target, ["targetPort"] = port.Target, ["protocol"] = port.Protocol });
        }

        foreach (var entry in own.OfType<JsonObject>().Where(o => own.Count > 1 && string.IsNullOrEmpty(o.Text("name"))))
        {
            entry["name"] = $"{(entry.Text("protocol") ?? "TCP").ToLowerInvariant()}-{entry.Number("port")}";
        }

        service["spec"]!["ports"] = own.DeepClone();
    }

    private void JoinNetworks(JsonObject deployment)
    {
        if (deployment.At("spec", "template", "metadata") is not JsonObject metadata)
        {
            return;
        }

        var labels = metadata["labels"] as JsonObject ?? [];
        foreach (var network in NetworkAdd)
        {
            labels[NetworkPolicies.Label(network)] = NetworkPolicies.Member;
        }

        foreach (var network in NetworkRemove)
        {
            if (!labels.Remove(NetworkPolicies.Label(network)))
            {
                throw new CommandException($"--network-rm {network}: the service is not on that network");
            }
        }

        metadata["labels"] = labels.DeepClone();
    }

    private async Task PoliciesAsync(DeployedService before, JsonObject deployment, CancellationToken ct)
    {
        var after = new DeployedService(deployment, await _store.FindAsync("services", before.Name, ct));
        if (before.Networks.Count > 0)
        {
            var left = before.Networks.Except(after.Networks).ToList();
            var others = left.Count == 0 ? [] : (await _store.AllAsync(ct)).SelectMany(s => s.Networks).ToHashSet(StringComparer.Ordinal);
            foreach (var network in left.Where(n => !others.Contains(n)))
            {
                await _store.DeleteAsync("networkpolicies", NetworkPolicies.NameOf(network), ct);
            }
        }

        var definition = new ServiceDefinition
        {
            Name = before.Name,
            Selector = deployment.Map("spec", "selector", "matchLabels").ToDictionary(),
            Networks = [.. after.Networks],
            Ports = [.. PublishedText.Ports(after.Service)],
        };
        var published = NetworkPolicies.Of(definition).FirstOrDefault(p => p.Name() == NetworkPolicies.PublishedName(before.Name));
        if (published is not null)
        {
            await _store.PutAsync(published, ct);
        }
        else if (before.Networks.Count > 0)
        {
            await _store.DeleteAsync("networkpolicies", NetworkPolicies.PublishedName(before.Name), ct);
        }
    }
}
