namespace Kube.Api.Core.V1;

public sealed class PodCertificateProjection
{
    [Required]
    public string? SignerName { get; set; }

    [Required]
    public string? KeyType { get; set; }

    public int? MaxExpirationSeconds { get; set; }

    public string? CredentialBundlePath { get; set; }

    public string? KeyPath { get; set; }

    public string? CertificateChainPath { get; set; }

    public Dictionary<string, string>? UserAnnotations { get; set; }
}
