using System.Text;
using System.Text.Json.Nodes;

namespace Kube.Client;

/// <summary>The content of one kubeconfig file.</summary>
internal sealed record KubeconfigSource(string Path, JsonObject Config);

/// <summary>From the JSON of kubeconfig files to a <see cref="Kubeconfig"/>, and entries put into that JSON. Paths in a file are relative to it.</summary>
internal static class KubeconfigReader
{
    public static Kubeconfig Merge(IEnumerable<KubeconfigSource> files)
    {
        string? current = null;
        var clusters = new Dictionary<string, KubeconfigCluster>(StringComparer.Ordinal);
        var users = new Dictionary<string, KubeconfigUser>(StringComparer.Ordinal);
        var contexts = new Dictionary<string, KubeconfigContext>(StringComparer.Ordinal);
        foreach (var (path, config) in files)
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            current ??= Text(config, "current-context");
            Collect(config, "clusters", "cluster", clusters, cluster => Cluster(cluster, folder));
            Collect(config, "users", "user", users, user => User(user, folder));
            Collect(config, "contexts", "context", contexts, Context);
        }

        return new Kubeconfig { CurrentContext = current, Clusters = clusters, Users = users, Contexts = contexts };
    }

    /// <summary>The entry of that name in one of the named lists.</summary>
    public static JsonObject? Find(JsonObject config, string list, string name) =>
        (config[list] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(entry => Text(entry, "name") == name);

    /// <summary>Adds an entry to one of the named lists, or replaces the one of that name where it stands.</summary>
    public static void Put(JsonObject config, string list, string name, string field, JsonObject value)
    {
        var entries = config[list] as JsonArray;
        if (entries is null)
        {
            config[list] = entries = [];
        }

        JsonNode fresh = new JsonObject { ["name"] = name, [field] = value };
        if (Find(config, list, name) is { } known)
        {
            entries[entries.IndexOf(known)] = fresh;
        }
        else
        {
            entries.Add(fresh);
        }
    }

    private static void Collect<T>(JsonObject config, string list, string field, Dictionary<string, T> into, Func<JsonObject, T> read)
    {
        foreach (var entry in (config[list] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (Text(entry, "name") is { } name && entry[field] is JsonObject value && !into.ContainsKey(name))
            {
                into.Add(name, read(value));
            }
        }
    }

    private static KubeconfigCluster Cluster(JsonObject cluster, string folder) => new(Text(cluster, "server") ?? "")
    {
        ReadCertificateAuthority = () => Data(cluster, "certificate-authority", folder),
        InsecureSkipTlsVerify = cluster["insecure-skip-tls-verify"] is JsonValue flag && flag.TryGetValue<bool>(out var skip) && skip,
        TlsServerName = Text(cluster, "tls-server-name"),
    };

    private static KubeconfigUser User(JsonObject user, string folder) => new()
    {
        ReadCertificate = () => Data(user, "client-certificate", folder),
        ReadKey = () => Data(user, "client-key", folder),
        Token = Text(user, "token"),
        TokenFile = Text(user, "tokenFile") is { } file ? Path.Combine(folder, file) : null,
    };

    private static KubeconfigContext Context(JsonObject context) =>
        new(Text(context, "cluster") ?? "", Text(context, "user") ?? "", Text(context, "namespace"));

    /// <summary>The embedded form wins over the file, as in kubectl. Read when needed: a file that another context names may be missing.</summary>
    private static string? Data(JsonObject entry, string name, string folder)
    {
        try
        {
            if (Text(entry, name + "-data") is { } data)
            {
                return Encoding.UTF8.GetString(Convert.FromBase64String(data));
            }

            return Text(entry, name) is { } file ? File.ReadAllText(Path.Combine(folder, file)) : null;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new KubeconfigException($"cannot read {name} of the kubeconfig: {e.Message}", e);
        }
    }

    private static string? Text(JsonObject entry, string name) =>
        entry[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
