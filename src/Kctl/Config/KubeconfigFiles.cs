using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Client;
using Kube.Machinery.Yaml;

namespace Kctl.Config;

/// <summary>The files a kubeconfig is made of. An entry is changed in the file it is in, a new one goes into the first.</summary>
internal sealed class KubeconfigFiles(Session session)
{
    private static readonly string[] s_lists = ["clusters", "contexts", "users"];

    public IReadOnlyList<string> Paths { get; } = session.KubeconfigPath is { } one ? [one] : KubeconfigFile.DefaultPaths;

    /// <summary>All files as one: of several entries of a name the first counts, and so for every other field.</summary>
    public JsonObject Merged()
    {
        var merged = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Config" };
        foreach (var list in s_lists)
        {
            merged[list] = new JsonArray();
        }

        foreach (var config in Paths.Select(Read).OfType<JsonObject>())
        {
            Add(merged, config);
        }

        return merged;
    }

    /// <summary>Changes the file that has that entry; returns the file.</summary>
    public string Edit(string list, string name, Action<JsonObject> change) => Change(config => KubeconfigView.Find(config, list, name) is not null, change);

    /// <summary>Changes the file that has that field at its top; returns the file.</summary>
    public string EditTop(string field, Action<JsonObject> change) => Change(config => config.Text(field) is { Length: > 0 }, change);

    private string Change(Func<JsonObject, bool> isIn, Action<JsonObject> change)
    {
        var path = Paths.FirstOrDefault(p => Read(p) is { } config && isIn(config)) ?? Paths[0];
        KubeconfigFile.Edit(path, change);
        return path;
    }

    private static void Add(JsonObject merged, JsonObject config)
    {
        foreach (var (field, value) in config)
        {
            if (!s_lists.Contains(field))
            {
                merged[field] = merged.Text(field) is { Length: > 0 } || value is null ? merged[field]?.DeepClone() : value.DeepClone();
                continue;
            }

            foreach (var entry in config.Objects(field).Where(e => KubeconfigView.Find(merged, field, e.Text("name")) is null))
            {
                merged[field]!.AsArray().Add(entry.DeepClone());
            }
        }
    }

    private static JsonObject? Read(string path)
    {
        try
        {
            return File.Exists(path) ? YamlJson.Read(File.ReadAllText(path)) as JsonObject : null;
        }
        catch (YamlJsonException e)
        {
            throw new CommandException($"cannot read the kubeconfig {path}: {e.Message}", e);
        }
    }
}
