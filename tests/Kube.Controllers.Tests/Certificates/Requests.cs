using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kube.Api.Certificates.V1;
using Kube.Api.Meta.V1;

namespace Kube.Controllers.Tests.Certificates;

/// <summary>Signing requests as kubelets make them, or nearly so.</summary>
internal static class Requests
{
    public const string ClientSigner = "kubernetes.io/kube-apiserver-client-kubelet";
    public const string ServingSigner = "kubernetes.io/kubelet-serving";

    public static CertificateSigningRequest Make(
        string subject = "O=system:nodes, CN=system:node:n1",
        string signer = ClientSigner,
        string usages = "digital signature,client auth",
        string? user = "system:bootstrap:abcdef",
        string? groups = "system:bootstrappers,system:authenticated",
        string? names = null,
        int? seconds = null) => new()
        {
            Metadata = new ObjectMeta { Name = "csr-1", CreationTimestamp = Given.Now },
            Spec = new CertificateSigningRequestSpec
            {
                Request = Pem(subject, names),
                SignerName = signer,
                Usages = [.. usages.Split(',')],
                Username = user,
                Groups = groups?.Split(',').ToList(),
                ExpirationSeconds = seconds,
            },
            Status = new CertificateSigningRequestStatus(),
        };

    /// <summary>A request with names such as <c>dns:n1,ip:10.0.0.1,uri:http://x</c>.</summary>
    private static byte[] Pem(string subject, string? names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        if (names is not null)
        {
            var builder = new SubjectAlternativeNameBuilder();
            foreach (var (kind, value) in names.Split(',').Select(n => (n[..n.IndexOf(':')], n[(n.IndexOf(':') + 1)..])))
            {
                switch (kind)
                {
                    case "dns":
                        builder.AddDnsName(value);
                        break;
                    case "ip":
                        builder.AddIpAddress(IPAddress.Parse(value));
                        break;
                    default:
                        builder.AddUri(new Uri(value));
                        break;
                }
            }

            request.CertificateExtensions.Add(builder.Build());
        }

        return Encoding.ASCII.GetBytes(request.CreateSigningRequestPem());
    }
}
