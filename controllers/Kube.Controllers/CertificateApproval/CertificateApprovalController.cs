using Kube.Api;
using Kube.Api.Certificates.V1;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.CertificateApproval;

/// <summary>
/// Approves what kubelets ask for, where the asker is who may have it. Watches CertificateSigningRequests, reads Nodes; writes the decision;
/// never touches a request that somebody has decided, and leaves alone what it has no rule for.
/// </summary>
internal sealed class CertificateApprovalController(ControllerContext context) : Controller<ObjectKey>(context, "certificatesigningrequest-approving-controller")
{
    private readonly Informer<CertificateSigningRequest> _requests = context.Caches.CertificateSigningRequests;
    private readonly Informer<Node> _nodes = context.Caches.Nodes;

    /// <inheritdoc />
    public override int Workers => 1;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches.Each(_requests);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_requests.Get(null, key.Name) is not { } request || IsDecided(request) || ApprovalRules.Decide(request, name => _nodes.Get(null, name)) is not { } decision)
        {
            return Requeue.None;
        }

        var decided = request.Clone();
        decided.Status ??= new CertificateSigningRequestStatus();
        (decided.Status.Conditions ??= []).Add(new CertificateSigningRequestCondition
        {
            Type = decision.Type,
            Status = ConditionStatus.True,
            Reason = decision.Reason,
            Message = decision.Message,
        });
        await Client.RequestAsync<CertificateSigningRequest>(HttpMethod.Put, CertificateSigningRequest.Info.ObjectPath(null, key.Name) + "/approval", decided, ct);
        return Requeue.None;
    }

    private static bool IsDecided(CertificateSigningRequest request) => request.Status is { } status
        && (status.Certificate is { Length: > 0 } || status.Conditions?.Exists(c => c.Type is RequestConditionType.Approved or RequestConditionType.Denied) == true);
}
