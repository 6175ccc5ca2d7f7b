namespace Kube.Client;

/// <summary>One or more kubeconfig files merged, as kubectl reads them: the first file that sets a value wins.</summary>
public sealed class Kubeconfig
{
    /// <summary>The name of the context used when none is asked for.</summary>
    public string? CurrentContext { get; init; }

    /// <summary>Contexts by name.</summary>
    public IReadOnlyDictionary<string, KubeconfigContext> Contexts { get; init; } = new Dictionary<string, KubeconfigContext>();

    /// <summary>Clusters by name.</summary>
    public IReadOnlyDictionary<string, KubeconfigCluster> Clusters { get; init; } = new Dictionary<string, KubeconfigCluster>();

    /// <summary>Users by name.</summary>
    public IReadOnlyDictionary<string, KubeconfigUser> Users { get; init; } = new Dictionary<string, KubeconfigUser>();

    /// <summary>Reads the named file, or with null the files of <c>KUBECONFIG</c>, else <c>~/.kube/config</c>. Missing files of a list are skipped; a named file must exist.</summary>
    public static Kubeconfig Load(string? path) => KubeconfigFile.Load(path);

    /// <summary>What a client needs for one context; the current one when <paramref name="context"/> is null.</summary>
    public ClientConfig ToClientConfig(string? context = null) => ToClientConfig(new KubeconfigChoice(context));

    /// <summary>What a client needs for that choice.</summary>
    public ClientConfig ToClientConfig(KubeconfigChoice choice) => KubeconfigResolver.Resolve(this, choice);
}
