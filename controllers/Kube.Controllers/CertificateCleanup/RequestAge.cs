using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kube.Api.Certificates.V1;

namespace Kube.Controllers.CertificateCleanup;

/// <summary>How long signing requests stay, as in Kubernetes: an hour once decided, a day while nobody decides, no longer than the certificate. Pure.</summary>
internal static class RequestAge
{
    private static readonly TimeSpan s_decided = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_undecided = TimeSpan.FromHours(24);

    /// <summary>When a request may go.</summary>
    public static DateTime End(CertificateSigningRequest request)
    {
        var conditions = request.Status?.Conditions ?? [];
        var limits = conditions.Where(c => c.Type is RequestConditionType.Approved or RequestConditionType.Denied or RequestConditionType.Failed)
            .Select(c => (c.LastUpdateTime ?? request.Metadata!.CreationTimestamp ?? default) + s_decided).ToList();
        limits = limits.Count > 0 ? limits : [(request.Metadata!.CreationTimestamp ?? default) + s_undecided];
        if (CertificateEnd(request.Status?.Certificate) is { } end)
        {
            limits.Add(end);
        }

        return limits.Min();
    }

    private static DateTime? CertificateEnd(byte[]? pem)
    {
        if (pem is not { Length: > 0 })
        {
            return null;
        }

        try
        {
            using var certificate = X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(pem));
            return certificate.NotAfter.ToUniversalTime();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
