using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kube.Kubelet.Credentials;

namespace Kube.Kubelet.Tests;

/// <summary>When a node's certificate is replaced.</summary>
public sealed class HeldCertificateTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("held-");

    private string File => Path.Combine(_folder.FullName, "current.pem");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(-300, 31536000, 25228800)]
    [InlineData(-300, 3600, 2880)]
    [InlineData(-300, 600, 480)]
    [InlineData(-300, 60, 48)]
    [InlineData(0, 60, 48)]
    [InlineData(60, 160, 140)]
    [InlineData(-300, 2, 5)]
    [InlineData(-300, -100, 5)]
    public void Due_NewCertificate_IsAfterFourFifthsOfTheLifeItHasLeft(int begins, int ends, int due)
    {
        var held = new HeldCertificate(File);
        held.Replace(Pem(begins, ends), s_now);
        Assert.Equal(s_now.AddSeconds(due), held.Due);
        Assert.Equal(ends > 0, held.IsValid(s_now));
    }

    [Fact]
    public void Due_CertificateOfAFile_IsAfterFourFifthsOfItsLife()
    {
        new HeldCertificate(File).Replace(Pem(-300, 700), s_now);
        var read = new HeldCertificate(File);
        Assert.Equal(s_now.AddSeconds(500), read.Due);
        Assert.True(read.Current!.HasPrivateKey);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public void Due_NoCertificate_IsAtOnce(string? content)
    {
        if (content is not null)
        {
            System.IO.File.WriteAllText(File, content);
        }

        var held = new HeldCertificate(File);
        Assert.Equal((DateTimeOffset.MinValue, false), (held.Due, held.IsValid(s_now)));
    }

    private static string Pem(int begins, int ends)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=system:node:n1", key, HashAlgorithmName.SHA256).CreateSelfSigned(s_now.AddSeconds(begins), s_now.AddSeconds(ends));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
