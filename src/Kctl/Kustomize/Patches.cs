using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kctl.Api;
using Kctl.App;
using Kube.Machinery.Patch;
using Kube.Machinery.Selectors;
using Kube.Machinery.Yaml;

namespace Kctl.Kustomize;

/// <summary><c>patches</c>, <c>patchesStrategicMerge</c> and <c>patchesJson6902</c>.</summary>
internal static class Patches
{
    public static void Run(KustomizationFile file, List<Resource> resources)
    {
        foreach (var entry in (file.Content["patchesStrategicMerge"] as JsonArray ?? []).Select(e => e.Text() ?? ""))
        {
            Apply(file, resources, entry.Contains('\n') ? entry : file.Text(entry), null);
        }

        foreach (var entry in file.Content.Objects("patches").Concat(file.Content.Objects("patchesJson6902")))
        {
            var text = entry.Text("patch") ?? file.Text(entry.Text("path") ?? throw file.Error("a patch has neither path nor patch"));
            Apply(file, resources, text, entry.At("target") as JsonObject);
        }
    }

    private static void Apply(KustomizationFile file, List<Resource> resources, string text, JsonObject? target)
    {
        if (Operations(file, text) is { } operations)
        {
            var chosen = Choose(file, resources, target ?? throw file.Error("must specify a target for a JSON patch"));
            foreach (var resource in chosen)
            {
                Change(file, resource, o => (JsonObject)JsonPatch.Apply(o, operations)!);
            }

            return;
        }

        foreach (var patch in KustomizationFile.Objects(text, file.Path))
        {
            var chosen = target is null ? [Own(file, resources, patch)] : Choose(file, resources, target);
            foreach (var resource in chosen)
            {
                Merge(file, resources, resource, patch);
            }
        }
    }

    private static void Merge(KustomizationFile file, List<Resource> resources, Resource resource, JsonObject patch)
    {
        if (patch.Text("$patch") == "delete")
        {
            resources.Remove(resource);
            return;
        }

        // Whom a patch is for stands in it too; it is no change.
        var changes = (JsonObject)patch.DeepClone();
        changes.Remove("apiVersion");
        changes.Remove("kind");
        (changes["metadata"] as JsonObject)?.Remove("name");
        (changes["metadata"] as JsonObject)?.Remove("namespace");
        var schema = WireTypes.Find(resource.ApiVersion, resource.Kind);
        Change(file, resource, o => schema is null ? (JsonObject)MergePatch.Apply(o, changes)! : StrategicMergePatch.Apply(o, changes, schema));
    }

    private static void Change(KustomizationFile file, Resource resource, Func<JsonObject, JsonObject> change)
    {
        try
        {
            resource.Object = change(resource.Object);
        }
        catch (PatchException e)
        {
            throw file.Error($"the patch of {resource.Kind} \"{resource.Name}\" cannot be applied: {e.Message}");
        }
    }

    private static Resource Own(KustomizationFile file, List<Resource> resources, JsonObject patch) =>
        resources.FirstOrDefault(r => r.Kind == patch.Text("kind") && r.ApiVersion == patch.Text("apiVersion") && r.IsCalled(patch.Name())
            && (patch.Namespace() is null || patch.Namespace() == (r.Object.Namespace() ?? "default")))
        ?? throw file.Error($"no resource matches the strategic merge patch of {patch.Text("kind")} \"{patch.Name()}\" in {patch.Text("apiVersion")}");

    private static List<Resource> Choose(KustomizationFile file, List<Resource> resources, JsonObject target)
    {
        var labels = Labels(file, target.Text("labelSelector"));
        var annotations = Labels(file, target.Text("annotationSelector"));
        return [.. resources.Where(r =>
        {
            var slash = r.ApiVersion.IndexOf('/');
            return Fits(target, "group", slash < 0 ? "" : r.ApiVersion[..slash])
                && Fits(target, "version", r.ApiVersion[(slash + 1)..])
                && Fits(target, "kind", r.Kind)
                && (r.EarlierNames.Append(r.Name).Any(n => Fits(target, "name", n)))
                && Fits(target, "namespace", r.Object.Namespace() ?? "default")
                && labels.Matches(r.Object.Map("metadata", "labels"))
                && annotations.Matches(r.Object.Map("metadata", "annotations"));
        })];
    }

    private static bool Fits(JsonObject target, string field, string value) =>
        target.Text(field) is not { Length: > 0 } pattern || Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.CultureInvariant);

    private static Selector Labels(KustomizationFile file, string? text)
    {
        try
        {
            return Selector.Parse(text);
        }
        catch (SelectorException e)
        {
            throw file.Error($"\"{text}\" selects nothing: {e.Message}");
        }
    }

    /// <summary>The operations of a JSON patch; null where the text is no list.</summary>
    private static JsonArray? Operations(KustomizationFile file, string text)
    {
        try
        {
            return text.TrimStart() is ['-' or '[', ..] trimmed && !trimmed.StartsWith("---", StringComparison.Ordinal) ? YamlJson.Read(text) as JsonArray : null;
        }
        catch (YamlJsonException e)
        {
            throw new CommandException($"{file.Path}: {e.Message}", e);
        }
    }
}
