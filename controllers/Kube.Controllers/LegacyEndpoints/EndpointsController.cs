using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Controllers.EndpointSlices;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.LegacyEndpoints;

/// <summary>
/// Lists the pods behind each Service in the older Endpoints object of the same name.
/// Watches Services, pods and Endpoints; writes Endpoints of Services with a selector; deletes those whose Service is gone.
/// </summary>
internal sealed class EndpointsController(ControllerContext context, int workers) : Controller<ObjectKey>(context, "endpoints-controller")
{
    private readonly Caches _caches = context.Caches;

    /// <inheritdoc />
    public override int Workers => workers;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches
        .Each(_caches.Services)
        .Changes(_caches.Pods, change => ServiceBackends.ServicesSeeing(change, _caches.Services))
        .Changes(_caches.Endpoints, change => IsOurs(change.Object) ? [change.Object.Key()] : []);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        var stored = _caches.Endpoints.Get(key.Namespace, key.Name);
        if (_caches.Services.Get(key.Namespace, key.Name) is not { } service)
        {
            await DeleteAsync(stored, ct);
            return Requeue.None;
        }

        if (!service.IsSelecting())
        {
            return Requeue.None;
        }

        var wanted = EndpointsRules.Of(service, _caches.Pods.List(key.Namespace));
        if (stored is null)
        {
            await CreateAsync(wanted, ct);
        }
        else if (!EndpointsRules.IsUpToDate(stored, wanted))
        {
            var changed = stored.Clone();
            changed.Subsets = wanted.Subsets;
            changed.Metadata!.Labels = wanted.Metadata!.Labels;
            changed.Metadata.Annotations = Annotations(changed, wanted);
            await Client.UpdateAsync(changed, ct);
        }

        return Requeue.None;
    }

    private static bool IsOurs(Endpoints endpoints) => endpoints.Metadata?.Labels?.GetValueOrDefault(EndpointsRules.ManagedByLabel) == EndpointsRules.Manager;

    private static Dictionary<string, string>? Annotations(Endpoints stored, Endpoints wanted)
    {
        var annotations = new Dictionary<string, string>(stored.Metadata?.Annotations ?? []);
        annotations.Remove(EndpointsRules.OverCapacity);
        foreach (var (name, value) in wanted.Metadata?.Annotations ?? [])
        {
            annotations[name] = value;
        }

        return annotations.Count == 0 ? null : annotations;
    }

    private async Task CreateAsync(Endpoints wanted, CancellationToken ct)
    {
        try
        {
            await Client.CreateAsync(wanted, ct);
        }
        catch (ApiException error) when (PodWriter.IsNamespaceTerminating(error))
        {
            // The whole namespace goes; nothing to keep up to date.
        }
    }

    private async Task DeleteAsync(Endpoints? stored, CancellationToken ct)
    {
        if (stored is null)
        {
            return;
        }

        try
        {
            await Client.DeleteAsync<Endpoints>(stored.Metadata?.Namespace, stored.Metadata!.Name!, null, ct);
        }
        catch (ApiException error) when (error.IsNotFound)
        {
            // Gone already.
        }
    }
}
