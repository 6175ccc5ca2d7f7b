using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;

namespace Kctl.Services;

/// <summary><c>kctl service ls</c>: the namespace's Deployments, in Docker's columns.</summary>
internal static class ServiceListVerb
{
    public static Verb Create(Session session)
    {
        var quiet = Flags.Switch("--quiet", "only ids", "-q");
        var filter = Flags.Many("--filter", "KEY=VALUE", "only services whose name begins so, or with a label: name=web, label=tier=front", "-f");
        return new Verb("ls", "Lists services.", "kctl service ls", "kctl service ls -q", "kctl service ls --filter name=web")
            .With(quiet, filter)
            .Does(async (parse, ct) =>
            {
                var filters = (parse.GetValue(filter) ?? []).Select(Filter).ToList();
                var services = (await new ServiceStore(session).AllAsync(ct)).Where(s => filters.TrueForAll(f => f(s))).ToList();
                if (parse.GetValue(quiet))
                {
                    foreach (var service in services)
                    {
                        await session.Out.WriteLineAsync(ServiceStore.IdOf(service.Deployment));
                    }

                    return;
                }

                new TextTable(session.Out, narrowest: DockerText.NarrowestColumn).Write([["ID", "NAME", "MODE", "REPLICAS", "IMAGE", "PORTS"], .. services.Select(Row)]);
            });
    }

    private static IReadOnlyList<string> Row(DeployedService service) =>
    [
        ServiceStore.IdOf(service.Deployment), service.Name, "replicated", $"{service.Deployment.Number("status", "readyReplicas") ?? 0}/{service.Deployment.Number("spec", "replicas") ?? 1}",
        string.Join(",", service.Deployment.At("spec", "template", "spec").Objects("containers").Select(c => c.Text("image"))), PublishedText.Column(service.Service),
    ];

    private static Func<DeployedService, bool> Filter(string text) => text.Split('=', 3) switch
    {
        ["name", var name] => s => s.Name.StartsWith(name, StringComparison.Ordinal),
        ["id", var id] => s => ServiceStore.IdOf(s.Deployment).StartsWith(id, StringComparison.Ordinal),
        ["mode", var mode] => _ => mode == "replicated",
        ["label", var key] => s => s.Deployment.Map("metadata", "labels").ContainsKey(key),
        ["label", var key, var value] => s => s.Deployment.Map("metadata", "labels").GetValueOrDefault(key) == value,
        _ => throw new CommandException($"--filter \"{text}\" is not name=NAME, id=ID, mode=MODE or label=KEY[=VALUE]"),
    };
}
