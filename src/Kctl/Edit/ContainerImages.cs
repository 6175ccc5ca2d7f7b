using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Edit;

/// <summary>New images by container name; <c>*</c> stands for every container. Pure.</summary>
internal sealed class ContainerImages(IReadOnlyDictionary<string, string> images)
{
    private const string Every = "*";

    /// <summary>Reads <c>CONTAINER=IMAGE</c> words.</summary>
    public static ContainerImages Parse(IEnumerable<string> words)
    {
        var images = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var equals = word.IndexOf('=');
            images[equals > 0 && equals < word.Length - 1 ? word[..equals] : throw new CommandException($"\"{word}\" is not CONTAINER=IMAGE")] = word[(equals + 1)..];
        }

        return images.Count > 0 ? new ContainerImages(images) : throw new CommandException("at least one image update is required, as in CONTAINER=IMAGE");
    }

    /// <summary>One image for an object's only container, or with <c>container=image</c> for the named one.</summary>
    public static ContainerImages ParseSingle(string text, JsonObject obj)
    {
        if (text.Contains('='))
        {
            return Parse(text.Split(','));
        }

        var names = Containers(obj, "containers").Select(c => c.Text("name") ?? "").ToList();
        return names.Count == 1
            ? new ContainerImages(new Dictionary<string, string> { [names[0]] = text })
            : throw new CommandException($"\"{obj.Name()}\" has several containers; name one of them, as in --image={names.FirstOrDefault()}={text} ({string.Join(", ", names)})");
    }

    /// <summary>The strategic merge patch; null when all images are as wanted. An unknown container is an error.</summary>
    public JsonObject? PatchFor(JsonObject obj)
    {
        var all = Containers(obj, "containers").Concat(Containers(obj, "initContainers")).Select(c => c.Text("name") ?? "").ToList();
        if (images.Keys.FirstOrDefault(k => k != Every && !all.Contains(k)) is { } unknown)
        {
            throw new CommandException($"unable to find container named \"{unknown}\"{Suggestion.Tail(unknown, all)}");
        }

        var spec = new JsonObject();
        foreach (var list in (ReadOnlySpan<string>)["containers", "initContainers"])
        {
            var changed = Containers(obj, list).Select(c => (Name: c.Text("name") ?? "", Image: c.Text("image")))
                .Select(c => (c.Name, c.Image, New: images.GetValueOrDefault(c.Name) ?? (list == "containers" ? images.GetValueOrDefault(Every) : null)))
                .Where(c => c.New is not null && c.New != c.Image)
                .Select(c => (JsonNode)new JsonObject { ["name"] = c.Name, ["image"] = c.New }).ToArray();
            if (changed.Length > 0)
            {
                spec[list] = new JsonArray(changed);
            }
        }

        return spec.Count == 0 ? null
            : new JsonObject { ["spec"] = HasTemplate(obj) ? new JsonObject { ["template"] = new JsonObject { ["spec"] = spec } } : spec };
    }

    private static IReadOnlyList<JsonObject> Containers(JsonObject obj, string list) => (HasTemplate(obj) ? obj.At("spec", "template", "spec") : obj.At("spec")).Objects(list);

    private static bool HasTemplate(JsonObject obj) => obj.At("spec", "template") is not null;
}
