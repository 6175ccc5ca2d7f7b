using Kube.Api.Core.V1;
using Kube.Api.Storage.V1;

namespace Kube.ApiServer.Admission;

/// <summary>New claims, volumes and attributes classes get the finalizer that keeps them while they are in use; controllers take it off.</summary>
internal sealed class StorageObjectInUseProtection : IAdmissionPlugin
{
    public ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        var finalizer = request.Object switch
        {
            PersistentVolumeClaim => FinalizerName.ClaimProtection,
            PersistentVolume => FinalizerName.VolumeProtection,
            VolumeAttributesClass => FinalizerName.AttributesClassProtection,
            _ => null,
        };
        if (request is { Operation: Operation.Create, Subresource: null, Object.Metadata: { } meta } && finalizer is not null && meta.Finalizers?.Contains(finalizer) != true)
        {
            meta.Finalizers = [.. meta.Finalizers ?? [], finalizer];
        }

        return default;
    }
}
