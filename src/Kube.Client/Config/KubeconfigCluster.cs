namespace Kube.Client;

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
