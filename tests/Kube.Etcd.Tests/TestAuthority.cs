using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kube.Testing;

namespace Kube.Etcd.Tests;

/// <summary>An authority, a server's certificate for loopback and a client's.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset s_from = TimeProvider.System.GetUtcNow().AddHours(-1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("etcd-tls-");

    public TestAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Authority = request.CreateSelfSigned(s_from, s_from.AddDays(1));
        using var server = Issue("CN=etcd");
        Client = Issue("CN=client");
        Files = new EtcdTlsFiles(Write("ca.pem", Authority.ExportCertificatePem()), Write("cert.pem", server.ExportCertificatePem()), Write("key.pem", server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()));
    }

    public X509Certificate2 Authority { get; }

    public X509Certificate2 Client { get; }

    public EtcdTlsFiles Files { get; }

    public void Dispose()
    {
        Authority.Dispose();
        Client.Dispose();
        _folder.Delete(recursive: true);
    }

    private X509Certificate2 Issue(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], false));
        using var certificate = request.Create(Authority, s_from, s_from.AddHours(23), RandomNumberGenerator.GetBytes(8));
        using var withKey = certificate.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    private string Write(string name, string pem)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, pem);
        return path;
    }
}
