using Kube.Api.Core.V1;
using Kube.Api.Resources.Core;
using Kube.Api.Resources.Storage;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Verbs;
using Kube.Storage.Cache;

namespace Kube.ApiServer.Admission;

/// <summary>
/// Claims that leave the class to the cluster get the default one: of the classes marked so the newest, by name where two are of one age.
/// An empty class is a choice, too: such a claim wants a volume without a class.
/// </summary>
internal sealed class DefaultStorageClass(Func<ResourceStore> classes, Freshness freshness) : IAdmissionPlugin
{
    public async ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        if (request is { Operation: Operation.Create, Subresource: null, Object: PersistentVolumeClaim claim } && StorageClassNames.Of(claim) is null)
        {
            (claim.Spec ??= new PersistentVolumeClaimSpec()).StorageClassName = await FindAsync(cancel);
        }
    }

    /// <summary>Clusters have a handful of classes, so that reading them all is cheap.</summary>
    private async ValueTask<string?> FindAsync(CancellationToken cancel)
    {
        var store = classes();
        var now = await freshness.WaitAsync(store.Cache, null, cancel);
        return now.Select(CacheFilter.All)
            .Select(entry => store.Typed(entry).Object)
            .Where(DefaultClass.Is)
            .OrderByDescending(c => c.Metadata!.CreationTimestamp)
            .ThenBy(c => c.Metadata!.Name, StringComparer.Ordinal)
            .FirstOrDefault()?.Metadata?.Name;
    }
}
