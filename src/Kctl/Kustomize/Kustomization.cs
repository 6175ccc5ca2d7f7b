using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Create;

namespace Kctl.Kustomize;

/// <summary>
/// Builds what a kustomization describes, in kustomize's order: resources, components, generators, patches, then namespace, names, labels,
/// annotations, replicas and images. Names that follow content get their hash last, and what refers to a renamed object follows.
/// </summary>
internal static class Kustomization
{
    private const int DeepestNesting = 50;

    /// <summary>The objects a folder's kustomization makes, in the order they are to be created.</summary>
    public static IReadOnlyList<JsonObject> Build(string folder)
    {
        var resources = Accumulate(KustomizationFile.Read(folder), 0);
        foreach (var resource in resources.Where(r => r.NeedsHash))
        {
            resource.Rename($"{resource.Name}-{ContentHash.Of(resource.Object, withName: false)}");
        }

        References.Follow(resources);
        return [.. ResourceOrder.Sort(resources).Select(r => r.Object)];
    }

    private static List<Resource> Accumulate(KustomizationFile file, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw file.Error("kustomizations are nested in each other without end");
        }

        var resources = new List<Resource>();
        foreach (var entry in file.Content.Texts("resources").Concat(file.Content.Texts("bases")))
        {
            Add(file, resources, Read(file, entry, depth));
        }

        foreach (var entry in file.Content.Texts("components"))
        {
            var component = KustomizationFile.Read(file.Beside(entry));
            if (!component.IsComponent)
            {
                throw file.Error($"\"{entry}\" is not a component: its kind must be Component");
            }

            Add(component, resources, Accumulate(component with { Content = OnlyResources(component.Content) }, depth + 1));
            Transform(component, resources);
        }

        if (!file.IsComponent)
        {
            Transform(file, resources);
        }

        return resources;
    }

    /// <summary>A component's transformations are for all resources, not for its own only.</summary>
    private static JsonObject OnlyResources(JsonObject content) =>
        new(content.Where(p => p.Key is "kind" or "resources" or "bases" or "components").Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));

    private static IReadOnlyList<Resource> Read(KustomizationFile file, string entry, int depth)
    {
        var path = file.Beside(entry);
        if (Directory.Exists(path))
        {
            var below = KustomizationFile.Read(path);
            return below.IsComponent ? throw file.Error($"\"{entry}\" is a component: list it under components") : Accumulate(below, depth + 1);
        }

        if (!File.Exists(path))
        {
            throw file.Error($"accumulating resources: \"{entry}\" is neither a file nor a folder{(entry.Contains("://", StringComparison.Ordinal) || entry.StartsWith("github.com", StringComparison.Ordinal) ? "; addresses are not read, download it first" : "")}");
        }

        return [.. KustomizationFile.Objects(File.ReadAllText(path), path).Select(o => new Resource(o))];
    }

    private static void Add(KustomizationFile file, List<Resource> resources, IEnumerable<Resource> more)
    {
        foreach (var resource in more)
        {
            if (resource.Kind.Length == 0 || resource.Name.Length == 0)
            {
                throw file.Error($"an object has no {(resource.Kind.Length == 0 ? "kind" : "metadata.name")}: {resource.Object.ToJsonString()}");
            }

            if (resources.Any(r => r.Kind == resource.Kind && r.ApiVersion == resource.ApiVersion && r.Name == resource.Name && r.Object.Namespace() == resource.Object.Namespace()))
            {
                throw file.Error($"may not add resource with an already registered id: {resource.Kind} \"{resource.Name}\"");
            }

            resources.Add(resource);
        }
    }

    private static void Transform(KustomizationFile file, List<Resource> resources)
    {
        ContentGenerators.Run(file, resources);
        Patches.Run(file, resources);
        NameTransform.Run(file.Content, resources);
        LabelTransform.Run(file.Content, resources);
        ContainerTransform.Run(file, resources);
    }
}
