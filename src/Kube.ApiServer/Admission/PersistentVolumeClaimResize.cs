using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Resources.Core;
using Kube.Api.Storage.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;

namespace Kube.ApiServer.Admission;

/// <summary>A bound claim grows only where its class allows that; that unbound ones do not is a rule of the claim itself.</summary>
internal sealed class PersistentVolumeClaimResize(Func<ResourceStore> classes) : IAdmissionPlugin
{
    private const string Refused = "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize";

    public async ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        if (request is { Operation: Operation.Update, Subresource: null, Object: PersistentVolumeClaim claim, Old: PersistentVolumeClaim old }
            && Size(claim) > Size(old) && old.Status?.Phase == PersistentVolumeClaimPhase.Bound && !await MayGrowAsync(claim, old, cancel))
        {
            throw Failure.Forbidden(request.Resource.Info, request.Name, Refused);
        }
    }

    private static Quantity Size(PersistentVolumeClaim claim) => claim.Spec?.Resources?.Requests?.GetValueOrDefault(ResourceName.Storage) ?? default;

    private async ValueTask<bool> MayGrowAsync(PersistentVolumeClaim claim, PersistentVolumeClaim old, CancellationToken cancel)
    {
        if (StorageClassNames.Of(claim) is not { Length: > 0 } name || StorageClassNames.Of(old) != name)
        {
            return false;
        }

        var store = classes();
        var key = store.Key(null, name);
        return Allows(store.Cached(key)) || Allows(await store.LoadAsync(key, cancel));
    }

    private static bool Allows(StoredObject? found) => found?.Object is StorageClass { AllowVolumeExpansion: true };
}
