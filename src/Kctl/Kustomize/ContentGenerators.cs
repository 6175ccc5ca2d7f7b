using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.Create;
using Kctl.Edit;

namespace Kctl.Kustomize;

/// <summary><c>configMapGenerator</c> and <c>secretGenerator</c>.</summary>
internal static class ContentGenerators
{
    public static void Run(KustomizationFile file, List<Resource> resources)
    {
        foreach (var entry in file.Content.Objects("configMapGenerator"))
        {
            Place(file, resources, entry, "ConfigMap");
        }

        foreach (var entry in file.Content.Objects("secretGenerator"))
        {
            Place(file, resources, entry, "Secret");
        }
    }

    private static void Place(KustomizationFile file, List<Resource> resources, JsonObject entry, string kind)
    {
        var made = Make(file, entry, kind);
        var behaviour = entry.Text("behavior") ?? "create";
        var existing = resources.FirstOrDefault(r => r.Kind == kind && r.IsCalled(made.Name) && (r.Object.Namespace() ?? "") == (made.Object.Namespace() ?? ""));
        switch (behaviour)
        {
            case "create" when existing is not null:
                throw file.Error($"id already exists: {kind} \"{made.Name}\"; behavior merge or replace changes it");
            case "create":
                resources.Add(made);
                break;
            case "merge" or "replace" when existing is null:
                throw file.Error($"there is no {kind} \"{made.Name}\" to {behaviour}");
            case "replace":
                made.Metadata["name"] = existing!.Name;
                existing.Object = made.Object;
                existing.NeedsHash = made.NeedsHash;
                break;
            case "merge":
                Merge(existing!, made);
                break;
            default:
                throw file.Error($"behavior \"{behaviour}\" is none of create, merge, replace");
        }
    }

    private static void Merge(Resource existing, Resource made)
    {
        foreach (var field in (ReadOnlySpan<string>)["data", "binaryData"])
        {
            foreach (var (key, value) in made.Object[field] as JsonObject ?? [])
            {
                PodSpecs.Under(existing.Object, field)[key] = value?.DeepClone();
            }
        }

        foreach (var field in (ReadOnlySpan<string>)["labels", "annotations"])
        {
            foreach (var (key, value) in made.Metadata[field] as JsonObject ?? [])
            {
                PodSpecs.Under(existing.Metadata, field)[key] = value?.DeepClone();
            }
        }
    }

    private static Resource Make(KustomizationFile file, JsonObject entry, string kind)
    {
        var name = entry.Text("name") ?? throw file.Error($"a {(kind == "Secret" ? "secretGenerator" : "configMapGenerator")} has no name");
        var files = entry.Texts("files").Select(f => f.IndexOf('=') is >= 0 and var at ? $"{f[..at]}={file.Beside(f[(at + 1)..])}" : file.Beside(f));
        var envs = entry.Texts("envs").Concat(entry.Text("env") is { } one ? [one] : []).Select(file.Beside);
        var (text, binary) = KeyValues.Read(entry.Texts("literals"), files, envs);
        JsonObject obj;
        if (kind == "Secret")
        {
            obj = SecretGenerators.Of(name, entry.Text("type") ?? "Opaque", text, binary);
        }
        else
        {
            obj = Generators.Obj("v1", kind, name);
            Generators.AddMap(obj, "data", text);
            Generators.AddMap(obj, "binaryData", binary.ToDictionary(p => p.Key, p => Convert.ToBase64String(p.Value)));
        }

        if (entry.Text("namespace") is { } ns)
        {
            obj["metadata"]!["namespace"] = ns;
        }

        var resource = new Resource(obj) { NeedsHash = true };
        SetOptions(resource, file.Content.At("generatorOptions"));
        SetOptions(resource, entry.At("options"));
        return resource;
    }

    private static void SetOptions(Resource resource, JsonNode? options)
    {
        if (options is null)
        {
            return;
        }

        foreach (var field in (ReadOnlySpan<string>)["labels", "annotations"])
        {
            foreach (var (key, value) in options.Map(field))
            {
                PodSpecs.Under(resource.Metadata, field)[key] = value;
            }
        }

        if (options.Flag("immutable"))
        {
            resource.Object["immutable"] = true;
        }

        resource.NeedsHash &= !options.Flag("disableNameSuffixHash");
    }
}
