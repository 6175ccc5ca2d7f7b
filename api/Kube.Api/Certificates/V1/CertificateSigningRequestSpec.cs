namespace Kube.Api.Certificates.V1;

/// <summary>What is asked, of whom, and by whom.</summary>
public sealed class CertificateSigningRequestSpec
{
    /// <summary>A PKCS#10 request in PEM.</summary>
    [Required, ProtoField(1)]
    public byte[]? Request { get; set; }

    /// <summary>The signer that shall issue, such as <c>kubernetes.io/kube-apiserver-client</c>.</summary>
    [Required, ProtoField(7)]
    public string? SignerName { get; set; }

    /// <summary>How long the certificate shall be valid, at least 600 seconds; signers may give less.</summary>
    [ProtoField(8, IsPointer = true)]
    public int? ExpirationSeconds { get; set; }

    /// <summary>What the key shall be used for, such as <c>client auth</c>.</summary>
    [ProtoField(5)]
    public List<string>? Usages { get; set; }

    /// <summary>Who asks; the server fills it in, as the following.</summary>
    [ProtoField(2)]
    public string? Username { get; set; }

    /// <summary>The asker's uid.</summary>
    [ProtoField(3)]
    public string? Uid { get; set; }

    /// <summary>The asker's groups.</summary>
    [ProtoField(4)]
    public List<string>? Groups { get; set; }

    /// <summary>What else is known of the asker.</summary>
    [ProtoField(6)]
    public Dictionary<string, List<string>>? Extra { get; set; }
}
