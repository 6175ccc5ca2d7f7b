using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.App;

namespace Kctl.Create;

/// <summary>Builds an Ingress from rules on one line each. Pure.</summary>
internal static class IngressRules
{
    public static JsonObject Ingress(string name, IReadOnlyList<string> rules, string? ingressClass, string? backend, IReadOnlyList<string> annotations)
    {
        if (rules.Count == 0 && backend is null)
        {
            throw new CommandException("not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)");
        }

        var spec = new JsonObject();
        if (ingressClass is not null)
        {
            spec["ingressClassName"] = ingressClass;
        }

        if (backend is not null)
        {
            spec["defaultBackend"] = Backend(backend);
        }

        var parsed = rules.Select(Rule.Parse).ToList();
        if (parsed.Count > 0)
        {
            spec["rules"] = new JsonArray([.. parsed.GroupBy(r => r.Host).Select(HostRule)]);
        }

        if (parsed.Any(r => r.Tls))
        {
            spec["tls"] = new JsonArray([.. parsed.Where(r => r.Tls).GroupBy(r => r.Secret).Select(TlsEntry)]);
        }

        var ingress = Generators.Obj("networking.k8s.io/v1", "Ingress", name);
        if (annotations.Count > 0)
        {
            ingress["metadata"]!["annotations"] = Workloads.Map(annotations.Select(a => a.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], p.Length == 2 ? p[1] : "")));
        }

        ingress["spec"] = spec;
        return ingress;
    }

    private static JsonNode HostRule(IGrouping<string, Rule> rules)
    {
        var rule = new JsonObject();
        if (rules.Key.Length > 0)
        {
            rule["host"] = rules.Key;
        }

        rule["http"] = new JsonObject
        {
            ["paths"] = new JsonArray([.. rules.Select(r => (JsonNode)new JsonObject
            {
                ["backend"] = Backend(r.Backend),
                ["path"] = r.Path.TrimEnd('*') is { Length: > 0 } path ? path : "/",
                ["pathType"] = r.Path.EndsWith('*') ? "Prefix" : "Exact",
            })]),
        };
        return rule;
    }

    private static JsonNode TlsEntry(IGrouping<string?, Rule> rules)
    {
        var entry = new JsonObject();
        if (rules.Select(r => r.Host).Where(h => h.Length > 0).Distinct().ToList() is { Count: > 0 } hosts)
        {
            entry["hosts"] = new JsonArray([.. hosts.Select(h => (JsonNode)h)]);
        }

        if (rules.Key is { Length: > 0 } secret)
        {
            entry["secretName"] = secret;
        }

        return entry;
    }

    private static JsonObject Backend(string text)
    {
        if (text.Split(':') is not [{ Length: > 0 } service, { Length: > 0 } port])
        {
            throw new CommandException($"\"{text}\" is not SERVICE:PORT");
        }

        var number = int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? new JsonObject { ["number"] = parsed }
            : new JsonObject { ["name"] = port };
        return new JsonObject { ["service"] = new JsonObject { ["name"] = service, ["port"] = number } };
    }

    private sealed record Rule(string Host, string Path, string Backend, bool Tls, string? Secret)
    {
        public static Rule Parse(string text)
        {
            var parts = text.Split(',');
            var equals = parts[0].IndexOf('=');
            var slash = parts[0].IndexOf('/');
            if (equals < 0 || slash < 0 || slash > equals || parts.Length > 2 || (parts.Length == 2 && !parts[1].StartsWith("tls", StringComparison.Ordinal)))
            {
                throw new CommandException($"rule {text} is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]");
            }

            var tls = parts.Length == 2;
            return new Rule(parts[0][..slash], parts[0][slash..equals], parts[0][(equals + 1)..], tls, tls && parts[1].Contains('=') ? parts[1][(parts[1].IndexOf('=') + 1)..] : null);
        }
    }
}
