using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Nodes;

/// <summary>A taint to set or, where <see cref="Effect"/> is empty, every taint with the key.</summary>
internal sealed record Taint(string Key, string Value, string Effect)
{
    private static readonly string[] s_effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

    /// <summary>Reads <c>key=value:effect</c>, <c>key:effect</c>, and for removals <c>key</c>.</summary>
    public static Taint Parse(string text, bool remove)
    {
        var colon = text.LastIndexOf(':');
        var (label, effect) = colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..]);
        var equals = label.IndexOf('=');
        var (key, value) = equals < 0 ? (label, "") : (label[..equals], label[(equals + 1)..]);
        if (key.Length == 0 || (colon < 0 && !remove))
        {
            throw new CommandException($"invalid taint spec: {text}; a taint is KEY=VALUE:EFFECT or KEY:EFFECT, to be removed KEY:EFFECT- or KEY-");
        }

        return effect.Length == 0 && remove || s_effects.Contains(effect)
            ? new Taint(key, value, effect)
            : throw new CommandException($"invalid taint effect: {effect}, unsupported taint effect{Suggestion.Tail(effect, s_effects)}");
    }

    public bool Fits(JsonNode taint) => taint.Text("key") == Key && (Effect.Length == 0 || taint.Text("effect") == Effect);
}

/// <summary>Taints to set on nodes and to take off. Pure.</summary>
internal sealed record TaintChanges(IReadOnlyList<Taint> Set, IReadOnlyList<Taint> Remove)
{
    /// <summary>Splits the words after the verb into nodes and taints.</summary>
    public static (IReadOnlyList<string> Nodes, TaintChanges Changes) Split(IReadOnlyList<string> words)
    {
        var nodes = words.TakeWhile(w => !w.Contains('=') && !w.Contains(':') && !w.EndsWith('-')).ToList();
        var set = new List<Taint>();
        var remove = new List<Taint>();
        foreach (var word in words.Skip(nodes.Count))
        {
            if (word.EndsWith('-'))
            {
                remove.Add(Taint.Parse(word[..^1], remove: true));
            }
            else
            {
                set.Add(Taint.Parse(word, remove: false));
            }
        }

        return set.FirstOrDefault(s => remove.Any(r => r.Key == s.Key && (r.Effect.Length == 0 || r.Effect == s.Effect))) is { } both
            ? throw new CommandException($"can not both modify and remove the following taint(s) in the same command: {both.Key}={both.Effect}")
            : (nodes, new TaintChanges(set, remove));
    }

    public bool IsEmpty => Set.Count == 0 && Remove.Count == 0;

    /// <summary>What is said of a node that was changed.</summary>
    public string Done(bool overwrite) => overwrite || (Set.Count > 0 && Remove.Count > 0) ? "modified" : Set.Count > 0 ? "tainted" : "untainted";

    /// <summary>A copy of the node with the taints changed.</summary>
    public JsonObject Apply(JsonObject node, bool overwrite)
    {
        var taints = node.Objects("spec", "taints").Select(t => (JsonObject)t.DeepClone()).ToList();
        if (!overwrite && Set.Where(s => taints.Any(s.Fits)).Select(s => s.Key).Distinct().ToList() is { Count: > 0 } there)
        {
            throw new CommandException($"node {node.Name()} already has {string.Join(",", there)} taint(s) with same effect(s) and --overwrite is false");
        }

        foreach (var removed in Remove)
        {
            if (taints.RemoveAll(removed.Fits) == 0)
            {
                throw new CommandException($"taint \"{removed.Key}{(removed.Effect.Length > 0 ? ":" + removed.Effect : "")}\" not found");
            }
        }

        var before = taints.Where(t => !Set.Any(s => s.Fits(t)));
        var copy = (JsonObject)node.DeepClone();
        copy["spec"] ??= new JsonObject();
        copy["spec"]!["taints"] = new JsonArray([.. Set.Select(ToJson), .. before]);
        return copy;
    }

    private static JsonObject ToJson(Taint taint)
    {
        var json = new JsonObject { ["effect"] = taint.Effect, ["key"] = taint.Key };
        if (taint.Value.Length > 0)
        {
            json["value"] = taint.Value;
        }

        return json;
    }
}
