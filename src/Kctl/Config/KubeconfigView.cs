using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Config;

/// <summary>Changes to a kubeconfig's JSON: for showing it, and for deleting a context. Pure.</summary>
internal static class KubeconfigView
{
    private static readonly string[] s_data = ["certificate-authority-data", "client-certificate-data", "client-key-data"];
    private static readonly string[] s_switches = ["insecure-skip-tls-verify", "disable-compression"];
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal) { ["clusters"] = "cluster", ["contexts"] = "context", ["users"] = "user" };
    private static readonly string[] s_secrets = ["token", "password"];

    /// <summary>What becomes of a deleted context's cluster and user.</summary>
    public enum Leftovers
    {
        Keep,
        Delete,
    }

    /// <summary>Takes certificates, keys and tokens out.</summary>
    public static void Redact(JsonObject config)
    {
        foreach (var entry in config.Objects("clusters").Select(c => c.At("cluster")).Concat(config.Objects("users").Select(u => u.At("user"))).OfType<JsonObject>())
        {
            foreach (var name in s_data.Where(entry.ContainsKey))
            {
                entry[name] = "DATA+OMITTED";
            }

            foreach (var name in s_secrets.Where(entry.ContainsKey))
            {
                entry[name] = "REDACTED";
            }
        }
    }

    /// <summary>Leaves only what one context uses.</summary>
    public static void Minify(JsonObject config, string? context)
    {
        var name = context ?? config.Text("current-context");
        var chosen = config.Objects("contexts").FirstOrDefault(c => c.Text("name") == name) ?? throw new CommandException($"cannot locate context {name}");
        Keep(config, "contexts", name);
        Keep(config, "clusters", chosen.Text("context", "cluster"));
        Keep(config, "users", chosen.Text("context", "user"));
        config["current-context"] = name;
    }

    /// <summary>Deletes a context.</summary>
    public static void Delete(JsonObject config, string name, Leftovers leftovers)
    {
        var doomed = config.Objects("contexts").First(c => c.Text("name") == name);
        config["contexts"]!.AsArray().Remove(doomed);
        if (config.Text("current-context") == name)
        {
            config["current-context"] = "";
        }

        if (leftovers == Leftovers.Delete)
        {
            Drop(config, "clusters", "cluster", doomed.Text("context", "cluster"));
            Drop(config, "users", "user", doomed.Text("context", "user"));
        }
    }

    /// <summary>The entry of that name in one of the lists.</summary>
    public static JsonObject? Find(JsonObject config, string list, string? name) => config.Objects(list).FirstOrDefault(e => e.Text("name") == name);

    /// <summary>What an entry holds; the entry is added where there is none.</summary>
    public static JsonObject FindOrAdd(JsonObject config, string list, string field, string name)
    {
        var entry = Find(config, list, name);
        if (entry is null)
        {
            entry = new JsonObject { ["name"] = name };
            config[list]!.AsArray().Add((JsonNode)entry);
        }

        if (entry[field] is not JsonObject value)
        {
            entry[field] = value = [];
        }

        return value;
    }

    /// <summary>Gives a context another name.</summary>
    public static void Rename(JsonObject config, string name, string next)
    {
        Find(config, "contexts", name)!["name"] = next;
        if (config.Text("current-context") == name)
        {
            config["current-context"] = next;
        }
    }

    /// <summary>Takes an entry out of its list.</summary>
    public static void Remove(JsonObject config, string list, string name) => config[list]!.AsArray().Remove(Find(config, list, name));

    /// <summary>The list, the entry's name and the field below it that a path such as <c>contexts.a.b.namespace</c> names; names may have dots. Null for other paths.</summary>
    public static (string List, string Name, string Field)? Entry(JsonObject config, string path)
    {
        var dot = path.IndexOf('.');
        var (list, rest) = dot < 0 ? (path, "") : (path[..dot], path[(dot + 1)..]);
        if (!s_fields.ContainsKey(list) || rest.Length == 0)
        {
            return null;
        }

        var known = config.Objects(list).Select(e => e.Text("name") ?? "").Where(n => rest == n || rest.StartsWith(n + ".", StringComparison.Ordinal)).MaxBy(n => n.Length);
        var name = known ?? (rest.LastIndexOf('.') is > 0 and var last ? rest[..last] : rest);
        return (list, name, rest.Length > name.Length ? rest[(name.Length + 1)..] : "");
    }

    /// <summary>Sets a field at a path; with a null value takes the field, or the whole entry, out.</summary>
    public static void Set(JsonObject config, string path, string? value)
    {
        if (Entry(config, path) is not var (list, name, field))
        {
            SetField(config, path, value);
        }
        else if (field.Length > 0)
        {
            SetField(FindOrAdd(config, list, s_fields[list], name), field, value);
        }
        else if (value is not null)
        {
            throw new CommandException($"{path} names a whole entry; name one of its fields: {path}.FIELD");
        }
        else
        {
            Remove(config, list, name);
        }
    }

    /// <summary>Sets a field, or takes it out.</summary>
    public static void SetField(JsonObject entry, string field, string? value)
    {
        if (value is null)
        {
            entry.Remove(field);
        }
        else
        {
            entry[field] = s_switches.Contains(field) ? JsonValue.Create(value == "true") : JsonValue.Create(value);
        }
    }

    /// <summary>A file as it stands in a <c>-data</c> field.</summary>
    public static string Embedded(string path) => File.Exists(path) ? Convert.ToBase64String(File.ReadAllBytes(path)) : throw new CommandException($"could not read {path}: there is no such file");

    private static void Drop(JsonObject config, string list, string field, string? name)
    {
        var used = config.Objects("contexts").Any(c => c.Text("context", field) == name);
        if (!used && config.Objects(list).FirstOrDefault(e => e.Text("name") == name) is { } entry)
        {
            config[list]!.AsArray().Remove(entry);
        }
    }

    private static void Keep(JsonObject config, string list, string? name)
    {
        foreach (var entry in config.Objects(list).Where(e => e.Text("name") != name))
        {
            config[list]!.AsArray().Remove(entry);
        }
    }
}
