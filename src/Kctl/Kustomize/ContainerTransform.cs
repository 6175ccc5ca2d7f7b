using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.Edit;

namespace Kctl.Kustomize;

/// <summary><c>replicas</c> and <c>images</c>.</summary>
internal static class ContainerTransform
{
    public static void Run(KustomizationFile file, List<Resource> resources)
    {
        foreach (var entry in file.Content.Objects("replicas"))
        {
            var (name, count) = (entry.Text("name") ?? "", entry.Number("count") ?? 0);
            var scaled = resources.Where(r => r.Kind is "Deployment" or "ReplicaSet" or "StatefulSet" or "ReplicationController" && r.IsCalled(name)).ToList();
            if (scaled.Count == 0)
            {
                throw file.Error($"resource with name {name} does not match a config with the following GVK [Deployment ReplicationController ReplicaSet StatefulSet]");
            }

            scaled.ForEach(r => PodSpecs.Under(r.Object, "spec")["replicas"] = count);
        }

        var images = file.Content.Objects("images");
        if (images.Count > 0)
        {
            resources.ForEach(r => SetImages(r.Object, images));
        }
    }

    private static void SetImages(JsonNode? node, IReadOnlyList<JsonObject> images)
    {
        switch (node)
        {
            case JsonObject obj:
                foreach (var (key, value) in obj.ToList())
                {
                    if (key is "containers" or "initContainers")
                    {
                        foreach (var container in obj.Objects(key).Where(c => c.Text("image") is not null))
                        {
                            container["image"] = images.Aggregate(container.Text("image")!, NewImage);
                        }
                    }

                    SetImages(value, images);
                }

                break;
            case JsonArray array:
                foreach (var item in array)
                {
                    SetImages(item, images);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>The image an entry makes of another, if the entry is for it. Pure.</summary>
    internal static string NewImage(string image, JsonObject entry)
    {
        var at = image.IndexOf('@');
        var colon = image.LastIndexOf(':', at < 0 ? image.Length - 1 : at);
        var end = colon > image.LastIndexOf('/') ? colon : at < 0 ? image.Length : at;
        if (image[..end] != entry.Text("name"))
        {
            return image;
        }

        var name = entry.Text("newName") is { Length: > 0 } renamed ? renamed : image[..end];
        var rest = entry.Text("digest") is { Length: > 0 } digest ? (entry.Text("newTag") is { Length: > 0 } both ? $":{both}@{digest}" : $"@{digest}")
            : entry.Text("newTag") is { Length: > 0 } tag ? $":{tag}"
            : image[end..];
        return name + rest + (entry.Text("tagSuffix") ?? "");
    }
}
