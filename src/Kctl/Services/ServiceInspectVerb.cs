using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;

namespace Kctl.Services;

/// <summary><c>kctl service inspect</c>.</summary>
internal static class ServiceInspectVerb
{
    public static Verb Create(Session session)
    {
        var words = Flags.Words("SERVICE...", "the services");
        var pretty = Flags.Switch("--pretty", "the main things, for people");
        var output = Flags.Output();
        return new Verb("inspect", "Shows the objects a service is.", "kctl service inspect web", "kctl service inspect --pretty web", "kctl service inspect web -o yaml")
            .With(words, pretty, output)
            .Does(async (parse, ct) =>
            {
                var store = new ServiceStore(session);
                var objects = new List<JsonObject>();
                foreach (var name in ServiceWords.AtLeastOne(parse.GetValue(words)))
                {
                    var service = await store.GetAsync(name, ct);
                    if (parse.GetValue(pretty))
                    {
                        await WritePrettyAsync(session.Out, service);
                        continue;
                    }

                    objects.Add(service.Deployment);
                    objects.AddRange(service.Service is { } own ? [own] : []);
                    foreach (var policy in service.Networks.Select(NetworkPolicies.NameOf).Append(NetworkPolicies.PublishedName(service.Name)))
                    {
                        objects.AddRange(await store.FindAsync("networkpolicies", policy, ct) is { } found ? [found] : []);
                    }
                }

                if (objects.Count > 0)
                {
                    new ObjectPrinter(session.Out, OutputFormat.Parse(parse.GetValue(output) ?? "json")).Print(objects, asList: true);
                }
            });
    }

    private static async Task WritePrettyAsync(TextWriter output, DeployedService service)
    {
        var (spec, deployment) = (service.Deployment.At("spec", "template", "spec"), service.Deployment);
        var lines = new List<(string Name, string? Value)>
        {
            ("ID:", ServiceStore.IdOf(deployment)), ("Name:", service.Name),
            ("Labels:", string.Join(", ", deployment.Map("metadata", "labels").Select(l => $"{l.Key}={l.Value}"))),
            ("Service Mode:", "Replicated"), (" Replicas:", $"{deployment.Number("spec", "replicas") ?? 1}"), ("ContainerSpec:", ""),
        };
        foreach (var container in spec.Objects("containers"))
        {
            lines.Add((" Image:", container.Text("image")));
            lines.Add((" Args:", string.Join(' ', container.Texts("command").Concat(container.Texts("args")))));
            lines.Add((" Env:", string.Join(' ', container.Objects("env").Select(e => $"{e.Text("name")}={e.Text("value")}"))));
            lines.Add((" Mounts:", string.Join(", ", container.Objects("volumeMounts").Select(m => $"{m.Text("name")} -> {m.Text("mountPath")}"))));
        }

        lines.Add(("Networks:", string.Join(' ', service.Networks)));
        lines.Add(("Ports:", PublishedText.Column(service.Service)));
        foreach (var (name, value) in lines.Where(l => l.Value is { Length: > 0 } || l.Name == "ContainerSpec:"))
        {
            await output.WriteLineAsync(value is { Length: > 0 } ? $"{name,-16}{value}" : name);
        }
    }
}
