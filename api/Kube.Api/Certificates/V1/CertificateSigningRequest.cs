using Kube.Api.Meta.V1;

namespace Kube.Api.Certificates.V1;

/// <summary>Asks a signer for a certificate; somebody approves or denies, the signer issues.</summary>
public sealed class CertificateSigningRequest : IResource<CertificateSigningRequest>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("certificates.k8s.io", "v1", "CertificateSigningRequest", "certificatesigningrequests", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The request; does not change.</summary>
    [Required, ProtoField(2)]
    public CertificateSigningRequestSpec? Spec { get; set; }

    /// <summary>The decision and the certificate.</summary>
    [ProtoField(3)]
    public CertificateSigningRequestStatus? Status { get; set; }
}
