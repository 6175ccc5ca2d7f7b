using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Create;

/// <summary><c>kctl create service clusterip|nodeport|loadbalancer|externalname</c> and <c>kctl create ingress</c>.</summary>
internal static class ServiceGenerators
{
    public static Command Service(Session session)
    {
        var verb = new Verb("service", "Creates a service for the pods with the label app=NAME.", "kctl create service clusterip web --tcp=80:8080", "kctl create service nodeport web --tcp=80 --node-port=30080")
            .With(OfType(session, "clusterip", "ClusterIP"), OfType(session, "nodeport", "NodePort"), OfType(session, "loadbalancer", "LoadBalancer"), OfType(session, "externalname", "ExternalName"));
        verb.Aliases.Add("svc");
        return verb;
    }

    public static Command Ingress(Session session)
    {
        var rules = Flags.Many("--rule", "HOST/PATH=SERVICE:PORT[,tls[=SECRET]]", "where requests go; a * at the path's end stands for all below it");
        var ingressClass = Flags.Named("--class", "NAME", "the ingress class");
        var backend = Flags.Named("--default-backend", "SERVICE:PORT", "where requests go that fit no rule");
        var annotations = Flags.Many("--annotation", "KEY=VALUE", "an annotation");
        return Generators.Make(session, "ingress", "Creates an ingress.", "kctl create ingress shop --rule='shop.example.com/*=web:80'", ["ing"], [rules, ingressClass, backend, annotations], (name, parse) =>
            IngressRules.Ingress(name, parse.GetValue(rules) ?? [], parse.GetValue(ingressClass), parse.GetValue(backend), parse.GetValue(annotations) ?? []));
    }

    private static Verb OfType(Session session, string word, string type)
    {
        var tcp = Flags.Many("--tcp", "PORT[:TARGET]", "a port, and the pods' port behind it");
        var clusterIP = Flags.Named("--clusterip", "IP|None", "the address; None makes a headless service");
        var nodePort = Flags.Number("--node-port", "the port on every node");
        var external = Flags.Named("--external-name", "NAME", "the name outside the cluster it stands for");
        Option[] own = type switch
        {
            "ClusterIP" => [tcp, clusterIP],
            "NodePort" => [tcp, nodePort],
            "ExternalName" => [tcp, external],
            _ => [tcp],
        };
        var example = $"kctl create service {word} web " + (type == "ExternalName" ? "--external-name=db.example.com" : "--tcp=80:8080");
        return Generators.Make(session, word, $"Creates a service of type {type}.", example, [], own, (name, parse) =>
            Of(name, type, parse.GetValue(tcp) ?? [], parse.GetValue(clusterIP), parse.GetValue(nodePort), parse.GetValue(external)));
    }

    /// <summary>The service. Pure.</summary>
    internal static JsonObject Of(string name, string type, IEnumerable<string> tcp, string? clusterIP, int? nodePort, string? externalName)
    {
        var ports = tcp.SelectMany(t => t.Split(',')).Select(t => (JsonNode)Port(t, nodePort)).ToArray();
        if (ports.Length == 0 && type != "ExternalName" && clusterIP != "None")
        {
            throw new CommandException("at least one tcp port specifier must be provided");
        }

        if (type == "ExternalName" && externalName is null)
        {
            throw new CommandException("required flag(s) \"external-name\" not set");
        }

        var spec = new JsonObject { ["selector"] = new JsonObject { ["app"] = name }, ["type"] = type };
        if (ports.Length > 0)
        {
            spec["ports"] = new JsonArray(ports);
        }

        if (clusterIP is not null)
        {
            spec["clusterIP"] = clusterIP;
        }

        if (externalName is not null)
        {
            spec["externalName"] = externalName;
        }

        var service = Generators.Obj("v1", "Service", name);
        service["metadata"]!["labels"] = new JsonObject { ["app"] = name };
        service["spec"] = spec;
        return service;
    }

    private static JsonObject Port(string text, int? nodePort)
    {
        var parts = text.Split(':');
        if (parts.Length > 2 || !ushort.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw new CommandException($"--tcp: \"{text}\" is not PORT or PORT:TARGET");
        }

        var target = parts[^1];
        var entry = new JsonObject
        {
            ["name"] = target == parts[0] ? parts[0] : $"{parts[0]}-{target}",
            ["port"] = (int)port,
            ["protocol"] = "TCP",
            ["targetPort"] = ushort.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (int)number : target,
        };
        if (nodePort is > 0)
        {
            entry["nodePort"] = nodePort;
        }

        return entry;
    }
}
