using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kube.Api.Certificates.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Credentials;

/// <summary>Gets certificates for one node: makes a key, posts a CertificateSigningRequest, waits until it is decided and signed. Keys never leave the process.</summary>
internal sealed class CertificateOrder(string node, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_unusual = TimeSpan.FromSeconds(10);

    /// <summary>The certificate and its key in PEM. Throws <see cref="CertificateRefusedException"/> when there will be none.</summary>
    public async Task<string> GetAsync(KubeClient client, CertificateWish wish, CancellationToken ct)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var posted = await client.CreateAsync(Request(wish, key), ct);
        var certificate = await WaitAsync(client, posted.Metadata!.Name!, ct);
        return certificate.TrimEnd() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    private CertificateSigningRequest Request(CertificateWish wish, ECDsa key)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddOrganizationName("system:nodes");
        subject.AddCommonName($"system:node:{node}");
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        if (wish.DnsNames.Count + wish.Addresses.Count > 0)
        {
            var names = new SubjectAlternativeNameBuilder();
            wish.DnsNames.ToList().ForEach(names.AddDnsName);
            wish.Addresses.ToList().ForEach(names.AddIpAddress);
            request.CertificateExtensions.Add(names.Build());
        }

        return new CertificateSigningRequest
        {
            Metadata = new ObjectMeta { GenerateName = "csr-" },
            Spec = new CertificateSigningRequestSpec { Request = Encoding.ASCII.GetBytes(request.CreateSigningRequestPem()), SignerName = wish.SignerName, Usages = [.. wish.Usages] },
        };
    }

    private async Task<string> WaitAsync(KubeClient client, string name, CancellationToken ct)
    {
        var (begin, said) = (time.GetTimestamp(), false);
        while (time.GetElapsedTime(begin) is var waited && waited < s_patience)
        {
            var status = (await client.GetAsync<CertificateSigningRequest>(null, name, ct)).Status;
            if (status?.Conditions?.Find(c => c.Type is RequestConditionType.Denied or RequestConditionType.Failed) is { } refusal)
            {
                throw new CertificateRefusedException($"{refusal.Message} ({refusal.Reason}, certificate request {name})");
            }

            if (status?.Certificate is { Length: > 0 } pem)
            {
                return Encoding.ASCII.GetString(pem);
            }

            if (!said && waited > s_unusual)
            {
                said = true;
                logger.CertificateAwaited(name);
            }

            await Task.Delay(s_look, time, ct);
        }

        throw new CertificateRefusedException($"nobody answered the certificate request {name}; approve the next one with: kubectl certificate approve NAME");
    }
}
