using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kube.Hosting;

namespace Kube.Kubelet.Credentials;

/// <summary>A certificate with its key, in memory and in one PEM file that only its owner may read; replaced in both at once.</summary>
internal sealed class HeldCertificate
{
    // Renewed with a fifth of its life left: time enough for an API server that is away for days.
    private const double RenewalAt = 0.8;

    // However short-lived (or, for a clock that is ahead, ended already) a new certificate is, the next one is not asked for sooner.
    private static readonly TimeSpan s_shortestUse = TimeSpan.FromSeconds(5);
    private readonly string _path;
    private volatile Held? _held;

    public HeldCertificate(string path)
    {
        _path = path;
        _held = Read(path) is { } read ? new Held(read, DueOf(read.NotBefore, read.NotAfter)) : null;
    }

    /// <summary>The certificate; null when there is none, or none that can be read.</summary>
    public X509Certificate2? Current => _held?.Certificate;

    /// <summary>When it is time for the next one.</summary>
    public DateTimeOffset Due => _held?.Due ?? DateTimeOffset.MinValue;

    /// <summary>Whether there is one that is valid now.</summary>
    public bool IsValid(DateTimeOffset now) => Current is { } held && now < held.NotAfter;

    /// <summary>
    /// Takes another one into use. Connections that have the old one keep it. Its life counts from now: certificates begin some minutes before they are
    /// issued, for clocks that are behind, and for a short-lived one these minutes would be most of its life.
    /// </summary>
    public void Replace(string pem, DateTimeOffset now)
    {
        PrivateFile.Write(_path, pem);
        var certificate = Load(pem);
        var due = DueOf(certificate.NotBefore > now ? certificate.NotBefore : now, certificate.NotAfter);
        _held = new Held(certificate, due > now + s_shortestUse ? due : now + s_shortestUse);
    }

    private static DateTimeOffset DueOf(DateTimeOffset from, DateTimeOffset to) => from + ((to - from) * RenewalAt);

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

    private sealed record Held(X509Certificate2 Certificate, DateTimeOffset Due);
}
