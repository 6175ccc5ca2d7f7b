using System.Globalization;
using System.Text.Json.Nodes;

namespace Kctl.Services;

/// <summary>The objects that are a service: a Deployment (or pods that end), a Service under its name, and policies for its networks. Pure.</summary>
internal static class ServiceObjects
{
    /// <summary>Which ports the nodes lead to which ports of a Service: <c>8080:80/tcp</c>. The proxy of every node reads it.</summary>
    public const string PublishAnnotation = "kube.local/publish";

    /// <summary>The objects in the order in which to create them.</summary>
    public static IReadOnlyList<JsonObject> Of(ServiceDefinition service) => [Service(service), .. Aliases(service), .. NetworkPolicies.Of(service), .. Workloads(service)];

    /// <summary>The Service; without ports a headless one, which is only a name for the pods.</summary>
    public static JsonObject Service(ServiceDefinition service)
    {
        var mesh = service.Ports.Where(p => !p.OnHost).ToList();
        var obj = NamedService(service, service.Name);
        var published = mesh.Where(p => p.Published is not null).Select(p => $"{p.Published}:{p.Target}/{p.Protocol.ToLowerInvariant()}").Distinct().ToList();
        if (published.Count > 0)
        {
            ((JsonObject)obj["metadata"]!).Put("annotations", JsonParts.Map([.. service.Annotations, KeyValuePair.Create(PublishAnnotation, string.Join(',', published))]));
        }

        if (mesh.Any(p => p.Published is null))
        {
            obj["spec"]!["type"] = "NodePort";
        }

        return obj;
    }

    private static IEnumerable<JsonObject> Aliases(ServiceDefinition service) => service.Aliases.Where(a => a != service.Name).Order(StringComparer.Ordinal).Select(a => NamedService(service, a));

    private static JsonObject NamedService(ServiceDefinition service, string name)
    {
        var ports = service.Ports.Select(p => new ServicePortNumber(p.Target, p.Protocol)).Concat(service.Expose).Distinct().ToList();
        var spec = new JsonObject { ["selector"] = JsonParts.Map(service.Selector) };
        if (ports.Count == 0)
        {
            spec["clusterIP"] = "None";
        }

        spec.Put("ports", JsonParts.Objects(ports.Select(p => new JsonObject { ["port"] = p.Number, ["targetPort"] = p.Number }
            .Put("name", ports.Count > 1 ? $"{p.Protocol.ToLowerInvariant()}-{p.Number}" : null).Put("protocol", p.Protocol == "TCP" ? null : p.Protocol))));
        return new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Service", ["metadata"] = Metadata(service, name), ["spec"] = spec };
    }

    private static IEnumerable<JsonObject> Workloads(ServiceDefinition service)
    {
        if (service.Restart == RestartRule.Always)
        {
            return [Deployment(service)];
        }

        // What ends must not be started again for ever, which is all a Deployment can do.
        return Enumerable.Range(1, service.Replicas).Select(i => new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = PodMetadata(service).Put("name", service.Replicas == 1 ? service.Name : $"{service.Name}-{i.ToString(CultureInfo.InvariantCulture)}"),
            ["spec"] = PodSpecs.Of(service),
        });
    }

    private static JsonObject Deployment(ServiceDefinition service)
    {
        var spec = new JsonObject
        {
            ["replicas"] = service.Replicas,
            ["selector"] = new JsonObject { ["matchLabels"] = JsonParts.Map(service.Selector) },
            ["template"] = new JsonObject { ["metadata"] = PodMetadata(service), ["spec"] = PodSpecs.Of(service) },
        };
        Rolling.AddTo(spec, service.Update, holdsHostPorts: service.Ports.Any(p => p.OnHost));
        return new JsonObject { ["apiVersion"] = "apps/v1", ["kind"] = "Deployment", ["metadata"] = Metadata(service, service.Name), ["spec"] = spec };
    }

    private static JsonObject Metadata(ServiceDefinition service, string name) => new JsonObject { ["name"] = name }
        .Put("labels", JsonParts.Map(Union(service.Selector, service.Project, service.Labels))).Put("annotations", JsonParts.Map(service.Annotations));

    private static JsonObject PodMetadata(ServiceDefinition service) => new JsonObject()
        .Put("labels", JsonParts.Map(Union(service.Selector, service.Project, service.PodLabels, service.Networks.Select(n => KeyValuePair.Create(NetworkPolicies.Label(n), NetworkPolicies.Member)))))
        .Put("annotations", JsonParts.Map(service.PodAnnotations));

    private static Dictionary<string, string> Union(params IEnumerable<KeyValuePair<string, string>>[] maps)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in maps.SelectMany(m => m))
        {
            all.TryAdd(key, value);
        }

        return all;
    }
}

/// <summary>How a Deployment replaces its pods, from an update rule. Pure.</summary>
internal static class Rolling
{
    /// <summary>A pod that holds a port of its node cannot have its successor beside it.</summary>
    public static void AddTo(JsonObject spec, UpdateRule? rule, bool holdsHostPorts)
    {
        if (rule is null && !holdsHostPorts)
        {
            return;
        }

        rule ??= new UpdateRule();
        JsonNode step = rule.Parallelism == 0 ? "100%" : rule.Parallelism;
        spec["strategy"] = new JsonObject
        {
            ["type"] = "RollingUpdate",
            ["rollingUpdate"] = rule.StartFirst ? new JsonObject { ["maxSurge"] = step, ["maxUnavailable"] = 0 } : new JsonObject { ["maxSurge"] = 0, ["maxUnavailable"] = step },
        };
        if (rule.Delay > TimeSpan.Zero)
        {
            spec["minReadySeconds"] = DockerUnits.Seconds(rule.Delay);
        }
    }
}
