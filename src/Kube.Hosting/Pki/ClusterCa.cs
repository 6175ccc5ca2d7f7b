using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Hosting;

/// <summary>A certificate authority kept in two PEM files, and what it issues. Keys are ECDSA P-256; all is valid for ten years.</summary>
public sealed class ClusterCa
{
    private const int Years = 10;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private readonly TimeProvider _time;

    private ClusterCa(X509Certificate2 certificate, TimeProvider time)
    {
        Certificate = certificate;
        _time = time;
    }

    /// <summary>The authority's certificate, with its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The authority's certificate in PEM.</summary>
    public string CertificatePem => Certificate.ExportCertificatePem() + "\n";

    /// <summary>Reads the authority in <c>ca.crt</c> and <c>ca.key</c> of a directory, or makes one there.</summary>
    public static ClusterCa LoadOrCreate(string directory, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        var (certificateFile, keyFile) = (Path.Combine(directory, "ca.crt"), Path.Combine(directory, "ca.key"));
        if (File.Exists(certificateFile) && File.Exists(keyFile))
        {
            return new ClusterCa(Read(certificateFile, keyFile), time);
        }

        if (File.Exists(certificateFile) != File.Exists(keyFile))
        {
            throw new StartupException($"{directory} holds one of ca.crt and ca.key: put the other one back, or remove both to make a new authority");
        }

        var made = Create(time);
        PrivateFile.Write(keyFile, made.KeyPem);
        PrivateFile.Write(certificateFile, made.CertificatePem);
        return new ClusterCa(Read(certificateFile, keyFile), time);
    }

    /// <summary>A server's certificate for names and addresses.</summary>
    public IssuedCertificate IssueServer(string commonName, IEnumerable<string> names, IEnumerable<IPAddress> addresses, string? organization = null)
    {
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            alternatives.AddDnsName(name);
        }

        foreach (var address in addresses.Distinct())
        {
            alternatives.AddIpAddress(address);
        }

        return Issue(Subject(commonName, organization is null ? [] : [organization]), ServerAuthentication, alternatives.Build());
    }

    /// <summary>A client's certificate: its user name and groups.</summary>
    public IssuedCertificate IssueClient(string commonName, params IEnumerable<string> organizations) =>
        Issue(Subject(commonName, organizations), ClientAuthentication, alternatives: null);

    private static IssuedCertificate Create(TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Subject("kubernetes", []), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var (from, to) = Validity(time);
        using var certificate = request.CreateSelfSigned(from, to);
        return new IssuedCertificate(certificate.ExportCertificatePem() + "\n", key.ExportECPrivateKeyPem() + "\n");
    }

    private static X509Certificate2 Read(string certificateFile, string keyFile)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"cannot read the cluster's authority {certificateFile}: {e.Message}", e);
        }
    }

    private static X500DistinguishedName Subject(string commonName, IEnumerable<string> organizations)
    {
        var subject = new X500DistinguishedNameBuilder();
        foreach (var organization in organizations)
        {
            subject.AddOrganizationName(organization);
        }

        subject.AddCommonName(commonName);
        return subject.Build();
    }

    /// <summary>From five minutes ago, for machines whose clocks are behind.</summary>
    private static (DateTimeOffset From, DateTimeOffset To) Validity(TimeProvider time)
    {
        var now = time.GetUtcNow();
        return (now.AddMinutes(-5), now.AddYears(Years));
    }

    private IssuedCertificate Issue(X500DistinguishedName subject, string usage, X509Extension? alternatives)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        if (alternatives is not null)
        {
            request.CertificateExtensions.Add(alternatives);
        }

        var (from, to) = Validity(_time);
        var end = to < Certificate.NotAfter ? to : new DateTimeOffset(Certificate.NotAfter);
        var start = from > Certificate.NotBefore ? from : new DateTimeOffset(Certificate.NotBefore);
        using var certificate = request.Create(Certificate, start, end, RandomNumberGenerator.GetBytes(16));
        return new IssuedCertificate(certificate.ExportCertificatePem() + "\n", key.ExportECPrivateKeyPem() + "\n");
    }
}
