using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Edit;

/// <summary>Environment variables to set and to remove. Pure.</summary>
/// <param name="Set">Entries as a container has them: <c>name</c> with <c>value</c> or <c>valueFrom</c>.</param>
/// <param name="Remove">Names.</param>
internal sealed record EnvChanges(IReadOnlyList<JsonObject> Set, IReadOnlyList<string> Remove)
{
    /// <summary>Keys whose variable has another name.</summary>
    public IReadOnlyList<(string Key, string Name)> Renamed { get; private init; } = [];

    public bool IsEmpty => Set.Count == 0 && Remove.Count == 0;

    /// <summary>Reads <c>NAME=VALUE</c> and <c>NAME-</c>.</summary>
    public static EnvChanges Parse(IEnumerable<string> words)
    {
        var set = new List<JsonObject>();
        var remove = new List<string>();
        foreach (var word in words)
        {
            var equals = word.IndexOf('=');
            if (equals > 0)
            {
                set.Add(new JsonObject { ["name"] = Checked(word[..equals]), ["value"] = word[(equals + 1)..] });
            }
            else if (word.Length > 1 && word.EndsWith('-'))
            {
                remove.Add(word[..^1]);
            }
            else
            {
                throw new CommandException($"unknown command: {word}: environment variables are given as NAME=VALUE, and with NAME- taken away");
            }
        }

        return new EnvChanges(set, remove);
    }

    /// <summary>Entries that read each key of a config map or secret.</summary>
    public static EnvChanges From(JsonObject source, IReadOnlyCollection<string> keys, string prefix)
    {
        var isSecret = source.Text("kind") == "Secret";
        var picked = source.Map("data").Keys.Where(k => keys.Count == 0 || keys.Contains(k)).ToList();
        return new EnvChanges([.. picked.Select(key => new JsonObject
        {
            ["name"] = prefix + NameFor(key),
            ["valueFrom"] = new JsonObject { [isSecret ? "secretKeyRef" : "configMapKeyRef"] = new JsonObject { ["key"] = key, ["name"] = source.Name() } },
        })], [])
        { Renamed = [.. picked.Select(k => (k, NameFor(k))).Where(r => r.k != r.Item2)] };
    }

    /// <summary>Puts the changes into a container: what is there keeps its place, what is new comes last.</summary>
    public void ApplyTo(JsonObject container, bool overwrite)
    {
        var env = container["env"] as JsonArray ?? [];
        var kept = env.OfType<JsonObject>().Where(e => !Remove.Contains(e.Text("name") ?? "")).Select(e => (JsonObject)e.DeepClone()).ToList();
        foreach (var entry in Set)
        {
            var at = kept.FindIndex(e => e.Text("name") == entry.Text("name"));
            if (at >= 0 && !overwrite)
            {
                throw new CommandException($"'{entry.Text("name")}' already has a value ({kept[at].Text("value")}), and --overwrite is false");
            }

            var copy = (JsonObject)entry.DeepClone();
            if (at >= 0)
            {
                kept[at] = copy;
            }
            else
            {
                kept.Add(copy);
            }
        }

        container.Remove("env");
        if (kept.Count > 0)
        {
            container["env"] = new JsonArray([.. kept]);
        }
    }

    /// <summary>A key as the name of a variable: <c>db.user-name</c> becomes <c>DB_USER_NAME</c>.</summary>
    private static string NameFor(string key) => string.Concat(key.ToUpperInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Checked(string name) => char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
        ? throw new CommandException($"\"{name}\" is not a valid key name: a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit")
        : name;
}
