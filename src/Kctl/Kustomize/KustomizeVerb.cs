using Kctl.App;
using Kctl.CommandLine;
using Kube.Machinery.Yaml;

namespace Kctl.Kustomize;

/// <summary><c>kctl kustomize</c>: prints what a kustomization makes of its resources.</summary>
internal static class KustomizeVerb
{
    public static Command Create(Session session)
    {
        var folder = new Argument<string[]>("FOLDER") { Description = "the folder with the kustomization.yaml; this one if not given", Arity = ArgumentArity.ZeroOrMore };
        var output = Flags.Named("--output", "FILE", "write to this file", "-o");
        return new Verb("kustomize", "Prints the objects a kustomization makes; apply -k applies them.", "kctl kustomize overlays/production", "kctl kustomize . | kctl apply -f -").With(folder, output).Does(async (parse, ct) =>
        {
            var objects = Kustomization.Build(parse.GetValue(folder) is [var named, ..] ? named : ".");
            var text = string.Join("---\n", objects.Select(YamlJson.Write));
            if (parse.GetValue(output) is { } file)
            {
                await File.WriteAllTextAsync(file, text, ct);
            }
            else
            {
                await session.Out.WriteAsync(text);
            }
        });
    }
}
