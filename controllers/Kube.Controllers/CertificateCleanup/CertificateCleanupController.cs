using Kube.Api.Certificates.V1;
using Kube.Client;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.CertificateCleanup;

/// <summary>Deletes signing requests that have served. Watches CertificateSigningRequests; deletes them; changes none.</summary>
internal sealed class CertificateCleanupController(ControllerContext context) : Controller<ObjectKey>(context, "certificatesigningrequest-cleaner-controller")
{
    private readonly Informer<CertificateSigningRequest> _requests = context.Caches.CertificateSigningRequests;

    /// <inheritdoc />
    public override int Workers => 1;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches.Each(_requests);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_requests.Get(null, key.Name) is not { } request)
        {
            return Requeue.None;
        }

        var left = RequestAge.End(request) - Now;
        if (left > TimeSpan.Zero)
        {
            return Requeue.In(left);
        }

        await DeleteAsync(request, ct);
        return Requeue.None;
    }
}
