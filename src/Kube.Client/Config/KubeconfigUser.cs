namespace Kube.Client;

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
