using Kube.Api;
using Kube.Api.Networking.V1;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Verbs;
using Kube.Storage.Cache;

namespace Kube.ApiServer.Admission;

/// <summary>Ingresses that name no class, by field or by annotation, get the default one: of the classes marked so the newest, by name where two are of one age.</summary>
internal sealed class DefaultIngressClass(Func<ResourceStore> classes, Freshness freshness) : IAdmissionPlugin
{
    private const string Mark = "ingressclass.kubernetes.io/is-default-class";
    private const string ClassAnnotation = "kubernetes.io/ingress.class";

    public async ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        if (request is { Operation: Operation.Create, Subresource: null, Object: Ingress ingress }
            && ingress.Spec?.IngressClassName is null
            && ingress.Metadata?.Annotations?.ContainsKey(ClassAnnotation) != true
            && await FindAsync(cancel) is { } name)
        {
            (ingress.Spec ??= new IngressSpec()).IngressClassName = name;
        }
    }

    private async ValueTask<string?> FindAsync(CancellationToken cancel)
    {
        var store = classes();
        var now = await freshness.WaitAsync(store.Cache, null, cancel);
        return now.Select(CacheFilter.All)
            .Select(entry => store.Typed(entry).Object)
            .Where(IsDefault)
            .OrderByDescending(c => c.Metadata!.CreationTimestamp)
            .ThenBy(c => c.Metadata!.Name, StringComparer.Ordinal)
            .FirstOrDefault()?.Metadata?.Name;
    }

    private static bool IsDefault(IKubeObject obj) => obj.Metadata?.Annotations?.GetValueOrDefault(Mark) == "true";
}
