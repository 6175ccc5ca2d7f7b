using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Client;

/// <summary>Certificates and keys from their PEM text; what cannot be read is a <see cref="KubeconfigException"/> that says whose it is.</summary>
public static class PemText
{
    private const string Certificates = "CERTIFICATE";
    private const string Line = "-----";

    /// <summary>All certificates of a text.</summary>
    public static X509Certificate2Collection Authorities(string pem, string whose)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            var at = 0;
            while (Next(pem, Certificates, ref at) is { } certificate)
            {
                authorities.Add(X509CertificateLoader.LoadCertificate(certificate));
            }
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            throw new KubeconfigException($"the certificate authority of {whose} cannot be read: {e.Message}", e);
        }

        return authorities;
    }

    /// <summary>A certificate with its private key.</summary>
    public static X509Certificate2 Certificate(string pem, string? key, string whose)
    {
        try
        {
            return WithEllipticKey(pem, key ?? pem) ?? X509Certificate2.CreateFromPem(pem, key ?? pem);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            throw new KubeconfigException($"the client certificate of {whose} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>
    /// The keys this project makes, read the short way: the runtime's reader of PEM would have to be compiled first, and costs a command a tenth of its time.
    /// Null for other keys.
    /// </summary>
    private static X509Certificate2? WithEllipticKey(string pem, string keyPem)
    {
        var (certificateAt, keyAt) = (0, 0);
        var key = Next(keyPem, "EC PRIVATE KEY", ref keyAt);
        if (key is null || Next(pem, Certificates, ref certificateAt) is not { } bytes)
        {
            return null;
        }

        using var elliptic = ECDsa.Create();
        elliptic.ImportECPrivateKey(key, out _);
        using var certificate = X509CertificateLoader.LoadCertificate(bytes);
        return certificate.CopyWithPrivateKey(elliptic);
    }

    /// <summary>The content of the next block of that kind; null when there is none.</summary>
    private static byte[]? Next(string pem, string label, ref int at)
    {
        var begin = pem.IndexOf($"{Line}BEGIN {label}{Line}", at, StringComparison.Ordinal);
        if (begin < 0)
        {
            return null;
        }

        begin += label.Length + 16;
        var end = pem.IndexOf($"{Line}END {label}{Line}", begin, StringComparison.Ordinal);
        at = end < 0 ? throw new FormatException($"the block {label} has no end") : end;
        return Convert.FromBase64String(pem[begin..end]);
    }
}
