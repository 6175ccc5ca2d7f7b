namespace Kube.Api.Certificates.V1;

/// <summary>What has become of a request.</summary>
public sealed class CertificateSigningRequestStatus
{
    /// <summary>Approval, denial and failure.</summary>
    [ListMap("type"), ProtoField(1)]
    public List<CertificateSigningRequestCondition>? Conditions { get; set; }

    /// <summary>The certificate chain in PEM, leaf first, once it is issued.</summary>
    [ProtoField(2)]
    public byte[]? Certificate { get; set; }
}
