using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Hosting;

/// <summary>A certificate authority kept in two PEM files, and what it issues. Keys are ECDSA P-256.</summary>
public sealed class ClusterCa
{
    /// <summary>Reads the authority in <c>ca.crt</c> and <c>ca.key</c> of a directory, or makes one valid for ten years.</summary>
    public static ClusterCa LoadOrCreate(string directory, TimeProvider? time = null) => throw new NotSupportedException();

    /// <summary>The authority's certificate, with its key.</summary>
    public X509Certificate2 Certificate => throw new NotSupportedException();

    /// <summary>A server's certificate for names and addresses.</summary>
    public IssuedCertificate IssueServer(string commonName, IEnumerable<string> names, IEnumerable<IPAddress> addresses, string? organization = null) => throw new NotSupportedException();

    /// <summary>A client's certificate: its user name and groups.</summary>
    public IssuedCertificate IssueClient(string commonName, params IEnumerable<string> organizations) => throw new NotSupportedException();
}

/// <summary>A certificate and its key, in PEM.</summary>
public sealed record IssuedCertificate(string CertificatePem, string KeyPem);
