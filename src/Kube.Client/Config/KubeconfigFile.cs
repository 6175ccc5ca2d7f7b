using System.Text.Json.Nodes;

namespace Kube.Client;

/// <summary>Reading and changing kubeconfig files. Changes keep everything they do not concern, unknown fields included, and replace the file atomically, readable by its owner only.</summary>
public static class KubeconfigFile
{
    /// <summary>The file that is changed when none is named: the first of <c>KUBECONFIG</c>, else <c>~/.kube/config</c>.</summary>
    public static string DefaultPath => throw new NotSupportedException("waits for Kube.Machinery.Yaml");

    /// <inheritdoc cref="Kubeconfig.Load" />
    public static Kubeconfig Load(string? path) => throw new NotSupportedException("waits for Kube.Machinery.Yaml");

    /// <summary>
    /// Adds or replaces the cluster, user and context called <paramref name="clusterName"/> and makes it the current context.
    /// The last three are PEM text and end up embedded. The file and its folder are created where missing.
    /// </summary>
    public static void Merge(string path, string clusterName, string server, string ca, string cert, string key) =>
        throw new NotSupportedException("waits for Kube.Machinery.Yaml");

    /// <summary>Changes a file in place; a missing file starts as an empty config.</summary>
    public static void Edit(string path, Action<JsonObject> change) => throw new NotSupportedException("waits for Kube.Machinery.Yaml");
}
