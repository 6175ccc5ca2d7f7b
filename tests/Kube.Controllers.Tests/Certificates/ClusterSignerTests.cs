using System.Security.Cryptography.X509Certificates;
using Kube.Controllers.CertificateSigning;
using Kube.Hosting;
using Kube.Testing;

namespace Kube.Controllers.Tests.Certificates;

public sealed class ClusterSignerTests : IDisposable
{
    private static readonly FakeTimeProvider s_time = new(new DateTimeOffset(Given.Now));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signer-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Sign_ServingRequest_CarriesSubjectNamesAndPurposeAndIsOfTheAuthority()
    {
        var ca = ClusterCa.LoadOrCreate(_folder.FullName, s_time);
        using var certificate = Sign(ca, Requests.Make(signer: Requests.ServingSigner, usages: "digital signature,server auth", names: "dns:n1,ip:10.0.0.1"));
        Assert.Equal("n1", certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames().Single());
        Assert.Contains("CN=system:node:n1", certificate.Subject, StringComparison.Ordinal);
        Assert.Equal("1.3.6.1.5.5.7.3.1", certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages[0].Value);
        Assert.False(certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(ca.Certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = Given.Now;
        Assert.True(chain.Build(certificate));
    }

    [Theory]
    [InlineData(null, 24 * 3600)]
    [InlineData(600, 600)]
    [InlineData(int.MaxValue, 24 * 3600)]
    public void Sign_ValidityAskedFor_IsAtMostTheClusters(int? asked, int expected)
    {
        using var certificate = Sign(ClusterCa.LoadOrCreate(_folder.FullName, s_time), Requests.Make(seconds: asked));
        Assert.Equal(Given.Now.AddSeconds(expected), certificate.NotAfter.ToUniversalTime());
    }

    private static X509Certificate2 Sign(ClusterCa ca, Api.Certificates.V1.CertificateSigningRequest request) =>
        X509Certificate2.CreateFromPem(new ClusterSigner(ca.Certificate, TimeSpan.FromDays(1), s_time).Sign(Csr.Read(request)!, request.Spec!));
}
