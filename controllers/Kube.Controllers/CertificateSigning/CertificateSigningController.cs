using System.Text;
using Kube.Api;
using Kube.Api.Certificates.V1;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.CertificateSigning;

/// <summary>
/// Issues the certificates that were approved. Watches CertificateSigningRequests; writes the certificate, or why there will be none, into their status;
/// never decides whether one is approved.
/// </summary>
internal sealed class CertificateSigningController(ControllerContext context, ClusterSigner signer) : Controller<ObjectKey>(context, "certificatesigningrequest-signing-controller")
{
    private readonly Informer<CertificateSigningRequest> _requests = context.Caches.CertificateSigningRequests;

    /// <inheritdoc />
    public override int Workers => 1;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches.Each(_requests);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_requests.Get(null, key.Name) is not { Spec: { } spec } request || !IsWaiting(request) || !SignerRules.All.Contains(spec.SignerName))
        {
            return Requeue.None;
        }

        var csr = Csr.Read(request);
        var answered = request.Clone();
        if (SignerRules.Refusal(spec.SignerName!, csr, spec.Usages ?? []) is { } refusal)
        {
            answered.Status!.Conditions!.Add(new CertificateSigningRequestCondition { Type = RequestConditionType.Failed, Status = ConditionStatus.True, Reason = "SignerValidationFailure", Message = refusal });
        }
        else
        {
            answered.Status!.Certificate = Encoding.ASCII.GetBytes(signer.Sign(csr!, spec));
        }

        await Client.UpdateStatusAsync(answered, ct);
        return Requeue.None;
    }

    private static bool IsWaiting(CertificateSigningRequest request) => request.Status is { Certificate: null or { Length: 0 }, Conditions: { } conditions }
        && conditions.Exists(c => c.Type == RequestConditionType.Approved)
        && !conditions.Exists(c => c.Type is RequestConditionType.Denied or RequestConditionType.Failed);
}
