using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;

namespace Kube.ApiServer.Admission;

/// <summary>Nothing is created in a namespace that does not exist or is being deleted; the namespaces the cluster needs cannot be deleted.</summary>
internal sealed class NamespaceLifecycle(Func<ResourceStore> namespaces) : IAdmissionPlugin
{
    private const string NamespaceTerminating = "NamespaceTerminating";
    private static readonly string[] s_immortal = ["default", "kube-system", "kube-public"];

    public async ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        if (request is { Operation: Operation.Delete, Name: { } name, Resource.Info: { Group: "", Kind: "Namespace" } } && s_immortal.Contains(name))
        {
            throw Failure.Forbidden(request.Resource.Info, name, "this namespace may not be deleted");
        }

        if (request is { Operation: Operation.Create, Namespace: { Length: > 0 } ns })
        {
            await CheckAsync(request, ns, cancel);
        }
    }

    private async ValueTask CheckAsync(AdmissionRequest request, string ns, CancellationToken cancel)
    {
        var store = namespaces();
        var key = store.Key(null, ns);
        var found = store.Shared(key) ?? (await store.LoadAsync(key, cancel))?.Object ?? throw Failure.NotFound(Namespace.Info, ns);
        if (found.Metadata?.DeletionTimestamp is not null)
        {
            throw Failure.Forbidden(request.Resource.Info, request.Name, $"unable to create new content in namespace {ns} because it is being terminated", new StatusCause
            {
                Reason = NamespaceTerminating,
                Message = $"namespace {ns} is being terminated",
                Field = "metadata.namespace",
            });
        }
    }
}
