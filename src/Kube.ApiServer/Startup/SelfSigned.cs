using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.ApiServer.Startup;

/// <summary>A certificate for a server that was given none: good for tests on the same machine, trusted by nobody else.</summary>
internal static class SelfSigned
{
    private static readonly TimeSpan s_validity = TimeSpan.FromDays(365);

    public static X509Certificate2 Create(TimeProvider clock)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=kube-apiserver", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName("kubernetes.default.svc");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = clock.GetUtcNow();
        return request.CreateSelfSigned(now.AddHours(-1), now.Add(s_validity));
    }
}
