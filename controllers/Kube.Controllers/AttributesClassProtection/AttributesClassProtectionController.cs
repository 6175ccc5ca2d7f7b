using Kube.Api.Core.V1;
using Kube.Api.Storage.V1;
using Kube.Client;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.AttributesClassProtection;

/// <summary>
/// Lets deleted attributes classes go once neither claims nor volumes name them. Watches VolumeAttributesClasses, PersistentVolumeClaims and
/// PersistentVolumes; writes the class's finalizer; never deletes anything.
/// </summary>
internal sealed class AttributesClassProtectionController(ControllerContext context) : ProtectionController<VolumeAttributesClass>(
    context, "volumeattributesclass-protection-controller", FinalizerName.AttributesClassProtection, context.Caches.VolumeAttributesClasses)
{
    private readonly Caches _caches = context.Caches;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches)
    {
        base.Watch(watches);
        watches
            .Changes(_caches.PersistentVolumeClaims, change => Named(new[] { change.Old, change.New }.OfType<PersistentVolumeClaim>().SelectMany(AttributesClassUse.ClassesOf)))
            .Changes(_caches.PersistentVolumes, change => Named(new[] { change.Old, change.New }.OfType<PersistentVolume>().SelectMany(AttributesClassUse.ClassesOf)));
    }

    /// <inheritdoc />
    protected override async Task<bool> IsUsedAsync(VolumeAttributesClass obj, CancellationToken ct)
    {
        var name = obj.Metadata!.Name!;
        var claims = await Client.ListAsync<PersistentVolumeClaim>(ct: ct);
        var volumes = await Client.ListAsync<PersistentVolume>(ct: ct);
        return claims.Items?.Exists(claim => AttributesClassUse.ClassesOf(claim).Contains(name)) == true
            || volumes.Items?.Exists(volume => AttributesClassUse.ClassesOf(volume).Contains(name)) == true;
    }

    private IEnumerable<ObjectKey> Named(IEnumerable<string> classes) => classes.Distinct().SelectMany(name => Waiting(null, name));
}
