using System.Text;
using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.Manifests;
using Kube.Machinery.Yaml;

namespace Kctl.Kustomize;

/// <summary>One kustomization.yaml and the folder it stands in.</summary>
internal sealed record KustomizationFile(string Folder, string Path, JsonObject Content)
{
    private static readonly string[] s_names = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    private static readonly string[] s_known =
    [
        "apiVersion", "kind", "metadata", "resources", "bases", "components", "namespace", "namePrefix", "nameSuffix", "commonLabels", "labels", "commonAnnotations", "images", "replicas",
        "configMapGenerator", "secretGenerator", "generatorOptions", "patches", "patchesStrategicMerge", "patchesJson6902", "sortOptions", "buildMetadata",
    ];

    public bool IsComponent => Content["kind"]?.ToString() == "Component";

    /// <summary>Reads a folder's file; what it asks for and is not carried out here is an error.</summary>
    public static KustomizationFile Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException($"must build at directory: \"{folder}\" is not a folder{(folder.Contains("://", StringComparison.Ordinal) ? "; addresses are not read, clone the repository first" : "")}");
        }

        var found = s_names.Select(n => System.IO.Path.Combine(folder, n)).Where(File.Exists).ToList();
        var path = found.Count == 1 ? found[0]
            : throw new CommandException(found.Count == 0
                ? $"unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '{System.IO.Path.GetFullPath(folder)}'"
                : $"Found multiple kustomization files under: {System.IO.Path.GetFullPath(folder)}");
        var content = Parse(path);
        if (content.Select(p => p.Key).FirstOrDefault(k => !s_known.Contains(k)) is { } unknown)
        {
            throw new CommandException($"{path}: \"{unknown}\" is not carried out by kctl{Suggestion.Tail(unknown, s_known)}; build it with the kustomize program and pipe that into kctl apply -f -");
        }

        return new KustomizationFile(folder, path, content);
    }

    /// <summary>A file beside this one.</summary>
    public string Beside(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>A text beside this one; a missing file is an error that names both.</summary>
    public string Text(string name) => File.Exists(Beside(name)) ? File.ReadAllText(Beside(name)) : throw Error($"the file \"{name}\" does not exist");

    /// <summary>The objects of a text, which is called <paramref name="name"/> in messages.</summary>
    public static IReadOnlyList<JsonObject> Objects(string text, string name) => [.. ManifestReader.Parse(Encoding.UTF8.GetBytes(text), name).Select(m => m.Object)];

    public CommandException Error(string what) => new($"{Path}: {what}");

    private static JsonObject Parse(string path)
    {
        try
        {
            return YamlJson.Read(File.ReadAllText(path)) as JsonObject ?? [];
        }
        catch (YamlJsonException e)
        {
            throw new CommandException($"{path}: {e.Message}", e);
        }
    }
}
