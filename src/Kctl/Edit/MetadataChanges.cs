using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Machinery.Patch;

namespace Kctl.Edit;

/// <summary>Labels or annotations to set and to remove, as the user wrote them: <c>tier=front old-</c>. Pure.</summary>
internal sealed record MetadataChanges(IReadOnlyDictionary<string, string> Set, IReadOnlyList<string> Remove)
{
    /// <summary>Splits the words after a verb into objects and changes.</summary>
    public static (IReadOnlyList<string> Objects, MetadataChanges Changes) Split(IReadOnlyList<string> words, string what)
    {
        var objects = words.TakeWhile(w => !IsChange(w)).ToList();
        var set = new Dictionary<string, string>(StringComparer.Ordinal);
        var remove = new List<string>();
        foreach (var word in words.Skip(objects.Count))
        {
            var equals = word.IndexOf('=');
            if (equals > 0)
            {
                set[word[..equals]] = word[(equals + 1)..];
            }
            else if (IsChange(word))
            {
                remove.Add(word[..^1]);
            }
            else
            {
                throw new CommandException($"all objects must come before the {what} changes: {word}");
            }
        }

        return set.Keys.FirstOrDefault(remove.Contains) is { } both
            ? throw new CommandException($"can not both modify and remove a {what} in the same command: {both}")
            : (objects, new MetadataChanges(set, remove));
    }

    public bool IsEmpty => Set.Count == 0 && Remove.Count == 0;

    /// <summary>The merge patch for an object; null when it is as wanted already. Without <paramref name="overwrite"/> other values are an error.</summary>
    public JsonObject? PatchFor(JsonObject obj, string field, bool overwrite)
    {
        var current = obj.Map("metadata", field);
        if (!overwrite && Set.FirstOrDefault(s => current.TryGetValue(s.Key, out var old) && old != s.Value) is { Key: { } key })
        {
            throw new CommandException($"'{key}' already has a value ({current[key]}), and --overwrite is false");
        }

        var changes = new JsonObject();
        foreach (var (name, value) in Set.Where(s => !current.TryGetValue(s.Key, out var old) || old != s.Value))
        {
            changes[name] = value;
        }

        foreach (var name in Remove.Where(current.ContainsKey))
        {
            changes[name] = null;
        }

        return changes.Count == 0 ? null : new JsonObject { ["metadata"] = new JsonObject { [field] = changes } };
    }

    /// <summary>The object with the changes; null when it is as wanted already.</summary>
    public JsonObject? Apply(JsonObject obj, string field, bool overwrite) =>
        PatchFor(obj, field, overwrite) is { } patch ? (JsonObject)MergePatch.Apply(obj, patch)! : null;

    private static bool IsChange(string word) => word.IndexOf('=') > 0 || (word.Length > 1 && word.EndsWith('-') && !word.StartsWith('-'));
}
