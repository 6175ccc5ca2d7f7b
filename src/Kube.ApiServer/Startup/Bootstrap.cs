using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Resources.Scheduling;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;

namespace Kube.ApiServer.Startup;

/// <summary>Makes the objects a cluster cannot be without.</summary>
internal sealed class Bootstrap(ResourceRegistry registry)
{
    private static readonly string[] s_namespaces = ["default", "kube-system", "kube-public", "kube-node-lease"];

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var name in s_namespaces)
        {
            await EnsureAsync(new Namespace { ApiVersion = Namespace.Info.ApiVersion, Kind = Namespace.Info.Kind, Metadata = new ObjectMeta { Name = name } }, cancel);
        }

        foreach (var known in SystemPriorityClasses.All)
        {
            await EnsureAsync(known, cancel);
        }
    }

    private async Task EnsureAsync<T>(T obj, CancellationToken cancel)
        where T : class, IResource<T>
    {
        var store = registry.StoreOf(T.Info);
        if (store.Cached(store.Key(null, obj.Metadata!.Name!)) is not null)
        {
            return;
        }

        try
        {
            await store.CreateAsync(obj, null, WriteOptions.Internal, cancel);
        }
        catch (ApiError error) when (error.Code == 409)
        {
            // Another API server was quicker.
        }
    }
}
