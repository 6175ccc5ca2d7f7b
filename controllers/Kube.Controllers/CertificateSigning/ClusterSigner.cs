using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kube.Api.Certificates.V1;

namespace Kube.Controllers.CertificateSigning;

/// <summary>The cluster's authority with its key: makes certificates out of requests that somebody else has judged.</summary>
internal sealed class ClusterSigner(X509Certificate2 authority, TimeSpan longest, TimeProvider time)
{
    // Clocks of machines that join may be behind.
    private static readonly TimeSpan s_backdated = TimeSpan.FromMinutes(5);

    /// <summary>The certificate in PEM.</summary>
    public string Sign(Csr csr, CertificateSigningRequestSpec spec)
    {
        var usages = spec.Usages ?? [];
        var certificate = new CertificateRequest(csr.Request.SubjectName, csr.Request.PublicKey, HashAlgorithmName.SHA256);
        certificate.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, false, 0, critical: true));
        certificate.CertificateExtensions.Add(new X509KeyUsageExtension(Flags(usages), critical: true));
        certificate.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(Purposes(usages), critical: false));
        certificate.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        if (csr.Names() is { } names)
        {
            certificate.CertificateExtensions.Add(names);
        }

        var now = time.GetUtcNow();
        using var signed = certificate.Create(
            authority.SubjectName, Generator(), Later(now - s_backdated, authority.NotBefore), Earlier(now + Lifetime(spec), authority.NotAfter), RandomNumberGenerator.GetBytes(16));
        return signed.ExportCertificatePem() + "\n";
    }

    private TimeSpan Lifetime(CertificateSigningRequestSpec spec) => spec.ExpirationSeconds is { } seconds && TimeSpan.FromSeconds(seconds) < longest ? TimeSpan.FromSeconds(seconds) : longest;

    private X509SignatureGenerator Generator() => authority.GetECDsaPrivateKey() is { } curve
        ? X509SignatureGenerator.CreateForECDsa(curve)
        : X509SignatureGenerator.CreateForRSA(authority.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1);

    private static DateTimeOffset Later(DateTimeOffset a, DateTime b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTime b) => a < b ? a : b;

    private static X509KeyUsageFlags Flags(List<string> usages) =>
        (usages.Contains(KeyUsage.DigitalSignature) ? X509KeyUsageFlags.DigitalSignature : X509KeyUsageFlags.None)
        | (usages.Contains(KeyUsage.KeyEncipherment) ? X509KeyUsageFlags.KeyEncipherment : X509KeyUsageFlags.None);

    private static OidCollection Purposes(List<string> usages)
    {
        var purposes = new OidCollection();
        if (usages.Contains(KeyUsage.ServerAuth))
        {
            purposes.Add(new Oid("1.3.6.1.5.5.7.3.1"));
        }

        if (usages.Contains(KeyUsage.ClientAuth))
        {
            purposes.Add(new Oid("1.3.6.1.5.5.7.3.2"));
        }

        return purposes;
    }
}
