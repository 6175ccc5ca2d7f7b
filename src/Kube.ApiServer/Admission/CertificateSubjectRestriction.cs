using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kube.Api.Certificates.V1;
using Kube.ApiServer.Authentication;
using Kube.ApiServer.Errors;

namespace Kube.ApiServer.Admission;

/// <summary>Nobody asks the cluster's signer for a client certificate that may do everything.</summary>
internal sealed class CertificateSubjectRestriction : IAdmissionPlugin
{
    private const string ClientSigner = "kubernetes.io/kube-apiserver-client";
    private const string OrganizationOid = "2.5.4.10";

    public ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        if (request is { Operation: Operation.Create, Object: CertificateSigningRequest { Spec: { SignerName: ClientSigner } spec } }
            && Groups(spec.Request ?? []).Contains(UserInfo.MastersGroup))
        {
            throw Failure.Forbidden(request.Resource.Info, request.Name, $"use of {ClientSigner} signer with {UserInfo.MastersGroup} group is not allowed");
        }

        return default;
    }

    /// <summary>The organizations of the subject, which become groups; none of what cannot be read, which validation refuses.</summary>
    private static List<string?> Groups(byte[] pem)
    {
        try
        {
            var asked = CertificateRequest.LoadSigningRequestPem(Encoding.Latin1.GetString(pem), HashAlgorithmName.SHA256, CertificateRequestLoadOptions.SkipSignatureValidation);
            return [.. asked.SubjectName.EnumerateRelativeDistinguishedNames()
                .Where(n => !n.HasMultipleElements && n.GetSingleElementType().Value == OrganizationOid)
                .Select(n => n.GetSingleElementValue())];
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return [];
        }
    }
}
