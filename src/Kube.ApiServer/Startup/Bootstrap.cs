using System.Net;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Networking.V1;
using Kube.Api.Resources.FlowControl;
using Kube.Api.Resources.Scheduling;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;

namespace Kube.ApiServer.Startup;

/// <summary>Makes the objects a cluster cannot be without.</summary>
internal sealed class Bootstrap(ResourceRegistry registry, IPNetwork serviceRange, TimeProvider clock)
{
    private static readonly string[] s_namespaces = ["default", "kube-system", "kube-public", "kube-node-lease"];

    public async Task RunAsync(CancellationToken cancel)
    {
        await EnsureAllAsync(s_namespaces.Select(name => new Namespace { Metadata = new ObjectMeta { Name = name } }), cancel);
        await EnsureAllAsync(SystemPriorityClasses.All, cancel);
        await EnsureAllAsync(RbacDefaults.ClusterRoles, cancel);
        await EnsureAllAsync(RbacDefaults.ClusterRoleBindings, cancel);
        await EnsureAllAsync(FlowControlDefaults.PriorityLevels, cancel);
        await EnsureAllAsync(FlowControlDefaults.FlowSchemas, cancel);
        await EnsureServiceRangeAsync(cancel);
    }

    private async Task EnsureAllAsync<T>(IEnumerable<T> objects, CancellationToken cancel)
        where T : class, IResource<T>
    {
        foreach (var obj in objects)
        {
            await EnsureAsync(obj, cancel);
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

        (obj.ApiVersion, obj.Kind) = (T.Info.ApiVersion, T.Info.Kind);
        try
        {
            await store.CreateAsync(obj, null, WriteOptions.Internal, cancel);
        }
        catch (ApiError error) when (error.Code == 409)
        {
            // Another API server was quicker.
        }
    }

    /// <summary>The range that cluster IPs come from, as an object that says it is in use.</summary>
    private async Task EnsureServiceRangeAsync(CancellationToken cancel)
    {
        const string name = "kubernetes";
        await EnsureAsync(new ServiceCIDR { Metadata = new ObjectMeta { Name = name }, Spec = new ServiceCIDRSpec { Cidrs = [serviceRange.ToString()] } }, cancel);
        await registry.StoreOf(ServiceCIDR.Info).UpdateAsync(null, name, current => new(Ready((ServiceCIDR)current.Object.Clone())), UpdateTarget.Status, WriteOptions.Internal, cancel);
    }

    private ServiceCIDR Ready(ServiceCIDR range)
    {
        if (range.Status?.Conditions is not { Count: > 0 })
        {
            range.Status = new ServiceCIDRStatus
            {
                Conditions =
                [
                    new Condition
                    {
                        Type = "Ready",
                        Status = "True",
                        LastTransitionTime = clock.GetUtcNow().UtcDateTime,
                        Reason = "",
                        Message = "Kubernetes default Service CIDR is ready",
                    },
                ],
            };
        }

        return range;
    }
}
