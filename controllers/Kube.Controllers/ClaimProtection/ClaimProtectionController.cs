using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.ClaimProtection;

/// <summary>
/// Lets deleted claims go when no pod uses them any more. Watches PersistentVolumeClaims and pods; writes the claim's finalizer; never deletes anything.
/// </summary>
internal sealed class ClaimProtectionController(ControllerContext context)
    : ProtectionController<PersistentVolumeClaim>(context, "persistentvolumeclaim-protection-controller", FinalizerName.ClaimProtection, context.Caches.PersistentVolumeClaims)
{
    private readonly Caches _caches = context.Caches;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches)
    {
        base.Watch(watches);
        watches.Changes(_caches.Pods, change => new[] { change.Old, change.New }.OfType<Pod>()
            .SelectMany(pod => ClaimUse.ClaimsOf(pod).SelectMany(claim => Waiting(pod.Metadata?.Namespace, claim)))
            .Distinct());
    }

    /// <inheritdoc />
    protected override async Task<bool> IsUsedAsync(PersistentVolumeClaim obj, CancellationToken ct) =>
        _caches.PodsNaming(obj).Any(pod => ClaimUse.Uses(pod, obj))
        || (await Client.ListAsync<Pod>(obj.Metadata?.Namespace, ct: ct)).Items?.Exists(pod => ClaimUse.Uses(pod, obj)) == true;
}
