using System.Text;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Machinery.Json;
using Kube.Machinery.Yaml;

namespace Kctl.Manifests;

/// <summary>Reads objects from files, folders and standard input. Everything is read and understood before the first object is used.</summary>
internal static class ManifestReader
{
    private static readonly string[] s_extensions = [".json", ".yaml", ".yml"];

    /// <summary>The objects in order; Lists are taken apart. Throws <see cref="CommandException"/> naming file, line and column.</summary>
    public static IReadOnlyList<Manifest> Read(Terminal terminal, IEnumerable<string> files, bool recursive)
    {
        var found = files.SelectMany(f => Expand(f, recursive)).SelectMany(f => ReadFile(terminal, f)).ToList();
        return found.Count > 0 ? found : throw new CommandException("no objects passed to this command");
    }

    /// <summary>Those with the labels; an empty choice is an error.</summary>
    public static IReadOnlyList<Manifest> Select(IReadOnlyList<Manifest> manifests, string? selector)
    {
        var labels = Kube.Machinery.Selectors.Selector.Parse(selector);
        var found = manifests.Where(m => labels.Matches(m.Object.Map("metadata", "labels"))).ToList();
        return found.Count > 0 ? found : throw new CommandException("no objects passed to this command have those labels");
    }

    /// <summary>The files a name stands for: itself, or those of the folder.</summary>
    internal static IEnumerable<string> Expand(string name, bool recursive)
    {
        if (name == "-")
        {
            return [name];
        }

        if (name.StartsWith("http://", StringComparison.Ordinal) || name.StartsWith("https://", StringComparison.Ordinal))
        {
            throw new CommandException($"{name}: addresses are not read; download the file first");
        }

        if (!Directory.Exists(name))
        {
            return File.Exists(name) ? [name] : throw new CommandException($"the path \"{name}\" does not exist");
        }

        var search = recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
        var files = Directory.EnumerateFiles(name, "*", search).Where(f => s_extensions.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new CommandException($"the folder \"{name}\" has no .yaml, .yml or .json files{(recursive ? "" : "; -R looks into its folders too")}");
    }

    /// <summary>The objects of a text.</summary>
    internal static IEnumerable<Manifest> Parse(byte[] utf8, string file)
    {
        IReadOnlyList<YamlDocument> documents;
        try
        {
            documents = YamlJson.ReadAll(utf8);
        }
        catch (YamlJsonException e)
        {
            throw new CommandException($"\"{file}\": {e.Message}", e);
        }

        var source = Encoding.UTF8.GetString(utf8);
        return documents.SelectMany((document, i) => document.Node is JsonObject obj
            ? Unfold(new Manifest(obj, file, i + 1, document.Line) { Source = source })
            : throw new CommandException($"\"{file}\" (document {i + 1}, line {document.Line}): expected an object, found {JsonTree.NameOf(document.Node)}"));
    }

    private static IEnumerable<Manifest> Unfold(Manifest manifest) =>
        manifest.Object.Text("kind") is { } kind && kind.EndsWith("List", StringComparison.Ordinal) && manifest.Object["items"] is JsonArray items
            ? items.SelectMany((item, i) => item is JsonObject obj
                ? Unfold(manifest with { Object = (JsonObject)obj.DeepClone(), Root = $"{(manifest.Root.Length > 0 ? manifest.Root + "." : "")}items[{i}]" })
                : throw manifest.Error($"an item of the List is not an object but {JsonTree.NameOf(item)}"))
            : [manifest];

    private static IEnumerable<Manifest> ReadFile(Terminal terminal, string name)
    {
        if (name != "-")
        {
            return Parse(File.ReadAllBytes(name), name);
        }

        using var input = terminal.OpenInput();
        using var copy = new MemoryStream();
        input.CopyTo(copy);
        return Parse(copy.ToArray(), "STDIN");
    }
}
