using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Create;

/// <summary><c>kctl expose</c>: a Service in front of what a deployment, replica set, pod or service selects.</summary>
internal static class ExposeVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("TYPE NAME | TYPE/NAME", "what to expose");
        var name = Flags.Named("--name", "NAME", "the service's name, if not that of the object");
        var port = Flags.Named("--port", "PORT", "the service's port; the containers' ports if not given");
        var target = Flags.Named("--target-port", "PORT|NAME", "the containers' port, if not the same");
        var kind = Flags.Named("--type", "TYPE", "ClusterIP (the default), NodePort, LoadBalancer or ExternalName");
        var protocol = Flags.Named("--protocol", "TCP|UDP|SCTP", "TCP if not given");
        var clusterIP = Flags.Named("--cluster-ip", "IP|None", "the address; None makes a headless service");
        var selector = Flags.Named("--selector", "KEY=VALUE,...", "the pods to select, if not those of the object");
        var labels = Flags.Named("--labels", "KEY=VALUE,...", "the service's labels", "-l");
        var common = new CreateFlags();
        return new Verb(
            "expose", "Creates a service for the pods of a deployment, replica set, pod or service.",
            "kctl expose deployment web --port=80 --target-port=8080", "kctl expose deployment web --port=80 --target-port=8080 --type=NodePort", "kctl expose pod web-1 --port=8080 --name=one")
            .With(words, name, port, target, kind, protocol, clusterIP, selector, labels).With(common.All)
            .Does(async (parse, ct) =>
            {
                var from = await Target.SingleAsync(parse.GetValue(words) ?? [], session, "expose", ct);
                var obj = await session.Api.GetAsync(from.Type.ObjectPath(from.NamespaceIn(session), from.Name!), ct);
                var service = Exposed.Service(obj, new ExposeOptions
                {
                    Name = parse.GetValue(name) ?? from.Name!,
                    Port = parse.GetValue(port),
                    TargetPort = parse.GetValue(target),
                    Type = parse.GetValue(kind),
                    Protocol = parse.GetValue(protocol),
                    ClusterIP = parse.GetValue(clusterIP),
                    Selector = parse.GetValue(selector),
                    Labels = parse.GetValue(labels),
                });
                var creator = common.Creator(session, parse);
                await creator.CreateAsync(service, ct, "exposed", "kubectl-expose");
                creator.Finish();
            });
    }
}

/// <summary>What expose was asked for.</summary>
internal sealed record ExposeOptions
{
    public required string Name { get; init; }

    public string? Port { get; init; }

    public string? TargetPort { get; init; }

    public string? Type { get; init; }

    public string? Protocol { get; init; }

    public string? ClusterIP { get; init; }

    public string? Selector { get; init; }

    public string? Labels { get; init; }
}

/// <summary>Builds the Service that exposes an object. Pure.</summary>
internal static class Exposed
{
    public static JsonObject Service(JsonObject obj, ExposeOptions options)
    {
        var selector = options.Selector is null ? SelectorOf(obj) : Pairs(options.Selector);
        if (selector.Count == 0)
        {
            throw new CommandException($"{obj.Text("kind")} \"{obj.Name()}\" selects pods by no plain labels; use --selector");
        }

        var spec = new JsonObject { ["ports"] = Ports(obj, options), ["selector"] = Workloads.Map(selector) };
        Set(spec, "type", options.Type);
        Set(spec, "clusterIP", options.ClusterIP);
        var metadata = new JsonObject { ["name"] = options.Name };
        var labels = options.Labels is null ? obj.Map("metadata", "labels") : Pairs(options.Labels);
        if (labels.Count > 0)
        {
            metadata["labels"] = Workloads.Map(labels);
        }

        return new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Service", ["metadata"] = metadata, ["spec"] = spec };
    }

    /// <summary>The labels of the pods behind an object: a workload's selector, a service's, a pod's own labels.</summary>
    private static IReadOnlyDictionary<string, string> SelectorOf(JsonObject obj)
    {
        if (obj.At("spec", "selector", "matchLabels") is JsonObject)
        {
            return obj.Objects("spec", "selector", "matchExpressions").Count == 0
                ? obj.Map("spec", "selector", "matchLabels")
                : throw new CommandException("couldn't convert expressions - the selector uses matchExpressions; use --selector");
        }

        return obj.At("spec", "containers") is not null ? obj.Map("metadata", "labels") : obj.Map("spec", "selector");
    }

    private static JsonArray Ports(JsonObject obj, ExposeOptions options)
    {
        var found = options.Port is null ? FromContainers(obj) : [.. options.Port.Split(',').Select(p => (Number(p), options.Protocol))];
        if (found.Count == 0)
        {
            throw new CommandException("couldn't find port via --port flag or introspection");
        }

        return new JsonArray([.. found.Select((port, i) =>
        {
            var entry = new JsonObject { ["port"] = port.Number, ["targetPort"] = TargetOf(options.TargetPort) ?? port.Number };
            Set(entry, "protocol", port.Protocol);
            Set(entry, "name", found.Count > 1 ? $"port-{i + 1}" : null);
            return (JsonNode)entry;
        })]);
    }

    private static List<(int Number, string? Protocol)> FromContainers(JsonObject obj)
    {
        var spec = obj.At("spec", "template", "spec") ?? obj.At("spec");
        var containers = spec.Objects("containers").SelectMany(c => c.Objects("ports")).Select(p => ((int)(p.Number("containerPort") ?? 0), p.Text("protocol")));
        var own = obj.Objects("spec", "ports").Select(p => ((int)(p.Number("port") ?? 0), p.Text("protocol")));
        return [.. containers.Concat(own)];
    }

    private static JsonNode? TargetOf(string? text) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(text);

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new CommandException($"--port: \"{text}\" is not a number");

    private static Dictionary<string, string> Pairs(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToDictionary(
        p => p[0], p => p.Length == 2 ? p[1] : throw new CommandException($"\"{p[0]}\" is not KEY=VALUE"));

    private static void Set(JsonObject obj, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            obj[field] = value;
        }
    }
}
