using Kube.Api.Core.V1;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.VolumeProtection;

/// <summary>
/// Lets deleted volumes go once no claim has them. Watches PersistentVolumes; writes their finalizer; never deletes anything.
/// That a volume is bound stands in the volume itself, so that a write that saw it free fails when it is not.
/// </summary>
internal sealed class VolumeProtectionController(ControllerContext context)
    : ProtectionController<PersistentVolume>(context, "persistentvolume-protection-controller", FinalizerName.VolumeProtection, context.Caches.PersistentVolumes)
{
    /// <inheritdoc />
    protected override Task<bool> IsUsedAsync(PersistentVolume obj, CancellationToken ct) => Task.FromResult(obj.Status?.Phase == PersistentVolumePhase.Bound);
}
