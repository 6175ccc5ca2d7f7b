using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Kubelet.Server;

/// <summary>A serving certificate for a kubelet that was given none; it lives as long as the process.</summary>
internal static class SelfSigned
{
    public static X509Certificate2 Create(TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Environment.MachineName}", key, HashAlgorithmName.SHA256);
        var now = time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddYears(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
