namespace Kube.Api.Core.V1;

/// <summary>A key and a certificate made for the pod, renewed before it expires.</summary>
public sealed class PodCertificateProjection
{
    /// <summary>Who signs the certificate.</summary>
    [Required, ProtoField(1)]
    public string? SignerName { get; set; }

    /// <summary>Type of the key.</summary>
    [Required, ProtoField(2)]
    public string? KeyType { get; set; }

    /// <summary>The longest the certificate may be valid.</summary>
    [ProtoField(3, IsPointer = true)]
    public int? MaxExpirationSeconds { get; set; }

    /// <summary>File with key and certificates together.</summary>
    [ProtoField(4)]
    public string? CredentialBundlePath { get; set; }

    /// <summary>File with the key.</summary>
    [ProtoField(5)]
    public string? KeyPath { get; set; }

    /// <summary>File with the certificates.</summary>
    [ProtoField(6)]
    public string? CertificateChainPath { get; set; }

    /// <summary>Further facts for the signer.</summary>
    [ProtoField(7)]
    public Dictionary<string, string>? UserAnnotations { get; set; }
}
