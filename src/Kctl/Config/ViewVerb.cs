using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;

namespace Kctl.Config;

/// <summary><c>kctl config view</c>.</summary>
internal static class ViewVerb
{
    private static readonly string[] s_files = ["certificate-authority", "client-certificate", "client-key"];

    public static Verb Create(Session session)
    {
        var raw = Flags.Switch("--raw", "certificates, keys and tokens in full");
        var minify = Flags.Switch("--minify", "only what the current context uses");
        var flatten = Flags.Switch("--flatten", "certificates and keys that are in files put into the text, so that it can be moved to another machine");
        var output = Flags.Output();
        return new Verb(
            "view", "Shows the kubeconfig, with secrets left out.",
            "kctl config view", "kctl config view --minify", "kctl config view --raw --flatten", "kctl config view -o jsonpath='{.current-context}'")
            .With(raw, minify, flatten, output)
            .Does((parse, _) =>
            {
                var files = new KubeconfigFiles(session);
                var config = files.Merged();
                if (parse.GetValue(minify))
                {
                    KubeconfigView.Minify(config, session.Value(session.Flags.Context));
                }

                if (parse.GetValue(flatten))
                {
                    Flatten(config, Path.GetDirectoryName(Path.GetFullPath(files.Paths[0]))!);
                }

                if (!parse.GetValue(raw))
                {
                    KubeconfigView.Redact(config);
                }

                new ObjectPrinter(session.Out, OutputFormat.Parse(parse.GetValue(output) ?? "yaml")).Print([config], asList: false);
                return Task.CompletedTask;
            });
    }

    private static void Flatten(JsonObject config, string folder)
    {
        var entries = config.Objects("clusters").Select(c => c.At("cluster")).Concat(config.Objects("users").Select(u => u.At("user"))).OfType<JsonObject>();
        foreach (var entry in entries)
        {
            foreach (var name in s_files.Where(f => entry.Text(f) is { Length: > 0 }))
            {
                entry[name + "-data"] ??= KubeconfigView.Embedded(Path.Combine(folder, entry.Text(name)!));
                entry.Remove(name);
            }
        }
    }
}
