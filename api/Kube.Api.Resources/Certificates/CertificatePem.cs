using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Certificates;

/// <summary>Requests and certificates in PEM, as far as they must be readable; nobody's signature is checked.</summary>
internal static class CertificatePem
{
    private const string RequestLabel = "CERTIFICATE REQUEST";
    private const string CertificateLabel = "CERTIFICATE";

    /// <summary>Why bytes are no PKCS#10 request in PEM; null when they are.</summary>
    public static string? RequestError(byte[]? bytes)
    {
        var text = Encoding.Latin1.GetString(bytes ?? []);
        if (!PemEncoding.TryFind(text, out var pem) || text[pem.Label] != RequestLabel)
        {
            return $"PEM block type must be {RequestLabel}";
        }

        try
        {
            CertificateRequest.LoadSigningRequest(Convert.FromBase64String(text[pem.Base64Data]), HashAlgorithmName.SHA256, CertificateRequestLoadOptions.SkipSignatureValidation);
            return null;
        }
        catch (CryptographicException error)
        {
            return error.Message;
        }
    }

    /// <summary>An issued chain: certificates in PEM and nothing else that is PEM.</summary>
    public static void Check(byte[]? bytes, FieldErrors errors)
    {
        if (bytes is { Length: > 0 } && ChainError(Encoding.Latin1.GetString(bytes)) is { } problem)
        {
            errors.Invalid(FieldPath.Of("status", "certificate"), "<certificate data>", problem);
        }
    }

    private static string? ChainError(string text)
    {
        var (rest, count) = (text, 0);
        while (PemEncoding.TryFind(rest, out var pem))
        {
            if (rest[pem.Label] != CertificateLabel)
            {
                return $"only CERTIFICATE PEM blocks are allowed, found \"{rest[pem.Label]}\"";
            }

            try
            {
                using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(rest[pem.Base64Data]));
            }
            catch (CryptographicException error)
            {
                return error.Message;
            }

            count++;
            rest = rest[pem.Location.End..];
        }

        return count == 0 ? "must contain at least one CERTIFICATE PEM block" : null;
    }
}
