namespace Kube.Api.Core.V1;

public sealed class PodCertificateProjection
{
    [Required, ProtoField(1)]
    public string? SignerName { get; set; }

    [Required, ProtoField(2)]
    public string? KeyType { get; set; }

    [ProtoField(3, IsPointer = true)]
    public int? MaxExpirationSeconds { get; set; }

    [ProtoField(4)]
    public string? CredentialBundlePath { get; set; }

    [ProtoField(5)]
    public string? KeyPath { get; set; }

    [ProtoField(6)]
    public string? CertificateChainPath { get; set; }

    [ProtoField(7)]
    public Dictionary<string, string>? UserAnnotations { get; set; }
}
