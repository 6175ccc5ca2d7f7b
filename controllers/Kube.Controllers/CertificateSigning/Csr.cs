using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kube.Api.Certificates.V1;

namespace Kube.Controllers.CertificateSigning;

/// <summary>What a CertificateSigningRequest asks for, read off the PKCS#10 request in it. Pure.</summary>
/// <param name="CommonName">The user, or the server.</param>
/// <param name="Organizations">The groups.</param>
/// <param name="DnsNames">Names a server is reached by.</param>
/// <param name="Addresses">Addresses a server is reached at.</param>
/// <param name="HasOtherNames">True when there are alternative names that are neither: e-mail addresses, URIs.</param>
/// <param name="Request">The request itself; its signature has been checked.</param>
internal sealed record Csr(
    string? CommonName, IReadOnlyList<string> Organizations, IReadOnlyList<string> DnsNames, IReadOnlyList<IPAddress> Addresses, bool HasOtherNames, CertificateRequest Request)
{
    private const string CommonNameOid = "2.5.4.3";
    private const string OrganizationOid = "2.5.4.10";

    /// <summary>The name that nodes' user names begin with.</summary>
    public const string NodePrefix = "system:node:";

    /// <summary>The group of all nodes.</summary>
    public const string NodesGroup = "system:nodes";

    /// <summary>The node the request is for; null when it is not for one.</summary>
    public string? Node => Organizations is [NodesGroup] && CommonName?.StartsWith(NodePrefix, StringComparison.Ordinal) == true && CommonName.Length > NodePrefix.Length
        ? CommonName[NodePrefix.Length..]
        : null;

    /// <summary>True when there is any alternative name.</summary>
    public bool HasNames => HasOtherNames || DnsNames.Count > 0 || Addresses.Count > 0;

    /// <summary>Reads it; null when it cannot be read or is not signed with the key it names.</summary>
    public static Csr? Read(CertificateSigningRequest request)
    {
        try
        {
            var pem = Encoding.ASCII.GetString(request.Spec?.Request ?? []);
            var asked = CertificateRequest.LoadSigningRequestPem(pem, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions);
            var subject = asked.SubjectName.EnumerateRelativeDistinguishedNames().Where(n => !n.HasMultipleElements).ToList();
            IEnumerable<string> Of(string oid) => subject.Where(n => n.GetSingleElementType().Value == oid).Select(n => n.GetSingleElementValue()!);
            var names = asked.CertificateExtensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
            var (dns, addresses) = (names?.EnumerateDnsNames().ToList() ?? [], names?.EnumerateIPAddresses().ToList() ?? []);
            return new Csr(Of(CommonNameOid).FirstOrDefault(), [.. Of(OrganizationOid)], dns, addresses, names is not null && IsMore(names, dns, addresses), asked);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The DNS names and addresses as an extension of a certificate; null for none.</summary>
    public X509Extension? Names() => DnsNames.Count + Addresses.Count == 0 ? null : Names(DnsNames, Addresses);

    private static X509Extension Names(IEnumerable<string> dns, IEnumerable<IPAddress> addresses)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in dns)
        {
            names.AddDnsName(name);
        }

        foreach (var address in addresses)
        {
            names.AddIpAddress(address);
        }

        return names.Build();
    }

    /// <summary>What is longer than its names and addresses has other names too.</summary>
    private static bool IsMore(X509SubjectAlternativeNameExtension names, List<string> dns, List<IPAddress> addresses) => names.RawData.Length > Names(dns, addresses).RawData.Length;
}
