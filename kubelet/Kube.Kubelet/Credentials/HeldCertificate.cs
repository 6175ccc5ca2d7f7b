using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kube.Hosting;

namespace Kube.Kubelet.Credentials;

/// <summary>A certificate with its key, in memory and in one PEM file that only its owner may read; replaced in both at once.</summary>
internal sealed class HeldCertificate
{
    // Renewed with a fifth of its life left: time enough for an API server that is away for days.
    private const double RenewalAt = 0.8;
    private readonly string _path;
    private volatile X509Certificate2? _current;

    public HeldCertificate(string path)
    {
        _path = path;
        _current = Read(path);
    }

    /// <summary>The certificate; null when there is none, or none that can be read.</summary>
    public X509Certificate2? Current => _current;

    /// <summary>Whether there is one that is valid now.</summary>
    public bool IsValid(DateTimeOffset now) => _current is { } held && now < held.NotAfter;

    /// <summary>When it is time for the next one.</summary>
    public DateTimeOffset Due => _current is { } held ? DueOf(held.NotBefore, held.NotAfter) : DateTimeOffset.MinValue;

    /// <summary>When a certificate is to be replaced.</summary>
    public static DateTimeOffset DueOf(DateTimeOffset from, DateTimeOffset to) => from + ((to - from) * RenewalAt);

    /// <summary>Takes another one into use. Connections that have the old one keep it.</summary>
    public void Replace(string pem)
    {
        PrivateFile.Write(_path, pem);
        _current = Load(pem);
    }

    private static X509Certificate2? Read(string path)
    {
        try
        {
            return File.Exists(path) ? Load(File.ReadAllText(path)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static X509Certificate2 Load(string pem)
    {
        using var read = X509Certificate2.CreateFromPem(pem, pem);

        // The TLS stack wants a key that outlives this object.
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
    }
}
