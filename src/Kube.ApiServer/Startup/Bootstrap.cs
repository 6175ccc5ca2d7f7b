using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;

namespace Kube.ApiServer.Startup;

/// <summary>Makes the objects a cluster cannot be without.</summary>
internal sealed class Bootstrap(ResourceRegistry registry)
{
    private static readonly string[] s_namespaces = ["default", "kube-system", "kube-public", "kube-node-lease"];

    public async Task RunAsync(CancellationToken cancel)
    {
        var store = registry.Core("namespaces");
        foreach (var name in s_namespaces.Where(n => store.Cached(store.Key(null, n)) is null))
        {
            try
            {
                var ns = new Namespace { ApiVersion = Namespace.Info.ApiVersion, Kind = Namespace.Info.Kind, Metadata = new ObjectMeta { Name = name } };
                await store.CreateAsync(ns, null, WriteOptions.Internal, cancel);
            }
            catch (ApiError error) when (error.Code == 409)
            {
                // Another API server was quicker.
            }
        }
    }
}
