using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Client;

/// <summary>Certificates and keys from their PEM text; what cannot be read is a <see cref="KubeconfigException"/> that says whose it is.</summary>
public static class PemText
{
    /// <summary>All certificates of a text.</summary>
    public static X509Certificate2Collection Authorities(string pem, string whose)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(pem);
        }
        catch (CryptographicException e)
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
            return X509Certificate2.CreateFromPem(pem, key);
        }
        catch (CryptographicException e)
        {
            throw new KubeconfigException($"the client certificate of {whose} cannot be read: {e.Message}", e);
        }
    }
}
