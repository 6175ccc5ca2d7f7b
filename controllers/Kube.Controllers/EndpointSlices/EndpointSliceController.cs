using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Client;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.EndpointSlices;

/// <summary>
/// Lists the pods behind each Service in EndpointSlices.
/// Watches Services, pods and EndpointSlices; owns the slices it labels as its own; never touches those of others.
/// Slices of a deleted Service are the garbage collector's.
/// </summary>
internal sealed class EndpointSliceController(ControllerContext context, int workers) : Controller<ObjectKey>(context, "endpointslice-controller")
{
    private const string ZoneLabel = "topology.kubernetes.io/zone";

    private readonly Caches _caches = context.Caches;
    private readonly Informer<Node> _nodes = context.Caches.Nodes;
    private readonly Expectations _expectations = new(context.Time);

    /// <inheritdoc />
    public override int Workers => workers;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches
        .Each(_caches.Services)
        .Changes(_caches.Pods, change => ServiceBackends.ServicesSeeing(change, _caches.Services))
        .OwnersOf(_caches.EndpointSlices, _caches.Services, observer: _expectations);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_caches.Services.Get(key.Namespace, key.Name) is not { } service)
        {
            _expectations.Forget(key);
            return Requeue.None;
        }

        // Slices have generated names: acting on a cache that does not show the last ones would make them twice.
        if (!service.IsSelecting() || service.Metadata?.DeletionTimestamp is not null || !_expectations.Satisfied(key))
        {
            return Requeue.None;
        }

        var groups = PortGroup.Of(service, _caches.Pods.List(key.Namespace), ZoneOf);
        await CarryOutAsync(key, SlicePlan.Make(service, groups, _caches.SlicesOf(key.Namespace, key.Name)), ct);
        return Requeue.None;
    }

    private async Task CarryOutAsync(ObjectKey key, SlicePlan plan, CancellationToken ct)
    {
        foreach (var slice in plan.Create)
        {
            _expectations.ExpectCreations(key, 1);
            try
            {
                await Client.CreateAsync(slice, ct);
            }
            catch (Exception error)
            {
                _expectations.CreationObserved(key);
                if (PodWriter.IsNamespaceTerminating(error))
                {
                    return;
                }

                throw;
            }
        }

        foreach (var slice in plan.Update)
        {
            await Client.UpdateAsync(slice, ct);
        }

        foreach (var slice in plan.Delete)
        {
            await DeleteAsync(slice, ct);
        }
    }

    private async Task DeleteAsync(EndpointSlice slice, CancellationToken ct)
    {
        try
        {
            await Client.DeleteAsync<EndpointSlice>(slice.Metadata?.Namespace, slice.Metadata!.Name!, null, ct);
        }
        catch (ApiException error) when (error.IsNotFound)
        {
            // Gone already.
        }
    }

    private string? ZoneOf(string node) => _nodes.Get(null, node)?.Metadata?.Labels?.GetValueOrDefault(ZoneLabel);
}
