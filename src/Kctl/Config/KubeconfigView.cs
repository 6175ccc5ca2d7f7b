using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Config;

/// <summary>Changes to a kubeconfig's JSON: for showing it, and for deleting a context. Pure.</summary>
internal static class KubeconfigView
{
    private static readonly string[] s_data = ["certificate-authority-data", "client-certificate-data", "client-key-data"];
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
