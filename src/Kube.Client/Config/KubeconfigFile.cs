using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Machinery.Yaml;

namespace Kube.Client;

/// <summary>Reading and changing kubeconfig files. Changes keep everything they do not concern, unknown fields included, and replace the file atomically, readable by its owner only.</summary>
public static class KubeconfigFile
{
    /// <summary>The file that is changed when none is named: the first of <c>KUBECONFIG</c>, else <c>~/.kube/config</c>.</summary>
    public static string DefaultPath => DefaultPaths[0];

    /// <summary>The files of <c>KUBECONFIG</c>, else <c>~/.kube/config</c>.</summary>
    public static IReadOnlyList<string> DefaultPaths => ReadDefaultPaths();

    /// <inheritdoc cref="Kubeconfig.Load" />
    public static Kubeconfig Load(string? path)
    {
        if (path is not null)
        {
            return KubeconfigReader.Merge([new KubeconfigSource(path, Read(path) ?? throw new KubeconfigException($"the kubeconfig {path} does not exist"))]);
        }

        return KubeconfigReader.Merge(DefaultPaths.Select(file => Read(file) is { } config ? new KubeconfigSource(file, config) : null).OfType<KubeconfigSource>());
    }

    /// <summary>
    /// Adds or replaces the cluster, user and context called <paramref name="clusterName"/> and makes it the current context.
    /// The last three are PEM text and end up embedded. A namespace chosen for the context stays. The file and its folder are created where missing.
    /// </summary>
    public static void Merge(string path, string clusterName, string server, string ca, string cert, string key) => Edit(path, config =>
    {
        KubeconfigReader.Put(config, "clusters", clusterName, "cluster", new JsonObject { ["server"] = server, ["certificate-authority-data"] = Base64(ca) });
        KubeconfigReader.Put(config, "users", clusterName, "user", new JsonObject { ["client-certificate-data"] = Base64(cert), ["client-key-data"] = Base64(key) });
        var context = new JsonObject { ["cluster"] = clusterName, ["user"] = clusterName };
        if (KubeconfigReader.Find(config, "contexts", clusterName)?["context"]?["namespace"] is { } chosen)
        {
            context["namespace"] = chosen.DeepClone();
        }

        KubeconfigReader.Put(config, "contexts", clusterName, "context", context);
        config["current-context"] = clusterName;
    });

    /// <summary>Changes a file in place; a missing file starts as an empty config.</summary>
    public static void Edit(string path, Action<JsonObject> change)
    {
        var config = Read(path) ?? [];
        config["apiVersion"] ??= "v1";
        config["kind"] ??= "Config";
        foreach (var list in (ReadOnlySpan<string>)["clusters", "contexts", "users"])
        {
            config[list] ??= new JsonArray();
        }

        change(config);
        Write(path, YamlJson.Write(config));
    }

    private static List<string> ReadDefaultPaths()
    {
        var list = Environment.GetEnvironmentVariable("KUBECONFIG") ?? "";
        var paths = list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        return paths.Count > 0 ? paths : [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config")];
    }

    private static JsonObject? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return YamlJson.Read(File.ReadAllText(path)) switch
            {
                null => [],
                JsonObject config => config,
                _ => throw new KubeconfigException($"{path} is not a kubeconfig: it holds no mapping"),
            };
        }
        catch (Exception e) when (e is FormatException or JsonException or IOException or UnauthorizedAccessException)
        {
            throw new KubeconfigException($"cannot read the kubeconfig {path}: {e.Message}", e);
        }
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

        // Through a link, so that a config that is one stays one.
        var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var target = link?.FullName ?? Path.GetFullPath(path);
        var temporary = $"{target}.{Guid.NewGuid():n}.tmp";
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };
            using (var file = new FileStream(temporary, options))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string Base64(string pem) => Convert.ToBase64String(Encoding.UTF8.GetBytes(pem));
}
