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
    public ClientConfig ToClientConfig(string? context = null) => KubeconfigResolver.Resolve(this, context);
}

/// <summary>A cluster of a kubeconfig.</summary>
public sealed record KubeconfigCluster(string Server)
{
    /// <summary>CA certificates in PEM; read now where they are in a file.</summary>
    public string? CertificateAuthorityPem => ReadCertificateAuthority();

    internal Func<string?> ReadCertificateAuthority { get; init; } = () => null;

    /// <summary>Accept any certificate.</summary>
    public bool InsecureSkipTlsVerify { get; init; }

    /// <summary>The name the certificate must carry.</summary>
    public string? TlsServerName { get; init; }
}

/// <summary>A user of a kubeconfig.</summary>
public sealed record KubeconfigUser
{
    /// <summary>Client certificate in PEM; read now where it is in a file.</summary>
    public string? CertificatePem => ReadCertificate();

    /// <summary>Its private key in PEM; read now where it is in a file.</summary>
    public string? KeyPem => ReadKey();

    internal Func<string?> ReadCertificate { get; init; } = () => null;

    internal Func<string?> ReadKey { get; init; } = () => null;

    /// <summary>Bearer token.</summary>
    public string? Token { get; init; }

    /// <summary>File that holds the bearer token.</summary>
    public string? TokenFile { get; init; }
}

/// <summary>A context of a kubeconfig: which user at which cluster, and in which namespace.</summary>
public sealed record KubeconfigContext(string Cluster, string User, string? Namespace);
