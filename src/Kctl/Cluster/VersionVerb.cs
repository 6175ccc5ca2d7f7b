using System.Reflection;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;
using Kube.Machinery.Yaml;

namespace Kctl.Cluster;

/// <summary><c>kctl version</c>.</summary>
internal static class VersionVerb
{
    public static Command Create(Session session)
    {
        var clientOnly = Flags.Switch("--client", "do not ask the server");
        var output = Flags.Named("--output", "json|yaml", "in full", "-o");
        return new Verb("version", "Prints the version of kctl and of the server.", "kctl version", "kctl version --client", "kctl version -o yaml").With(clientOnly, output).Does(async (parse, ct) =>
        {
            var own = typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
            var all = new JsonObject { ["clientVersion"] = new JsonObject { ["gitVersion"] = "v" + own.Split('+')[0] } };
            if (!parse.GetValue(clientOnly))
            {
                all["serverVersion"] = await session.Api.GetAsync("/version", ct);
            }

            switch (parse.GetValue(output))
            {
                case "json":
                    await session.Out.WriteLineAsync(JsonText.Pretty(all));
                    break;
                case "yaml":
                    await session.Out.WriteAsync(YamlJson.Write(all));
                    break;
                case null:
                    await session.Out.WriteLineAsync($"Client Version: {all.Text("clientVersion", "gitVersion")}");
                    if (all.At("serverVersion") is { } server)
                    {
                        await session.Out.WriteLineAsync($"Server Version: {server.Text("gitVersion")}");
                    }

                    break;
                case var other:
                    throw new CommandException($"--output must be 'yaml' or 'json', not \"{other}\"");
            }
        });
    }
}
