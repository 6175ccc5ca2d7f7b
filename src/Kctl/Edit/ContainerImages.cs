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

    /// <summary>A copy of the object with the images; null where it runs no containers. An unknown container is an error.</summary>
    public JsonObject? Apply(JsonObject obj)
    {
        var copy = (JsonObject)obj.DeepClone();
        if (PodSpecs.Of(copy) is not { } spec)
        {
            return null;
        }

        var all = PodSpecs.Containers(spec, Every);
        if (images.Keys.FirstOrDefault(k => k != Every && all.All(c => c.Text("name") != k)) is { } unknown)
        {
            throw new CommandException($"unable to find container named \"{unknown}\"{Suggestion.Tail(unknown, all.Select(c => c.Text("name") ?? ""))}");
        }

        foreach (var container in all)
        {
            if (images.TryGetValue(container.Text("name") ?? "", out var image) || images.TryGetValue(Every, out image))
            {
                container["image"] = image;
            }
        }

        return copy;
    }

    /// <summary>The strategic merge patch; null when all images are as wanted. An unknown container is an error.</summary>
    public JsonObject? PatchFor(JsonObject obj) => Apply(obj) is { } wanted ? ObjectChange.Between(obj, wanted)?.Patch : null;

    private static IReadOnlyList<JsonObject> Containers(JsonObject obj, string list) => PodSpecs.Of(obj).Objects(list);
}
