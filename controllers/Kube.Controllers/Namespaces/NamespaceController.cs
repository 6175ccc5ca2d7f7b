using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.Namespaces;

/// <summary>
/// Empties namespaces that are being deleted, then lets them go.
/// Watches Namespaces, and pods for the moment the last one ends; deletes everything in the namespace; writes its conditions and removes
/// the <c>kubernetes</c> finalizer from its spec; never touches a namespace that is not being deleted.
/// </summary>
internal sealed class NamespaceController(ControllerContext context, int workers) : Controller<ObjectKey>(context, "namespace-controller")
{
    private readonly Caches _caches = context.Caches;
    private readonly NamespaceEraser _eraser = new(context.Client);

    /// <inheritdoc />
    public override int Workers => workers;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches
        .Each(_caches.Namespaces)
        .Changes(_caches.Pods, change => change.Type == ChangeType.Deleted && IsGoing(change.Object.Metadata?.Namespace) ? [new ObjectKey(null, change.Object.Metadata!.Namespace!)] : []);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_caches.Namespaces.Get(null, key.Name) is not { } ns || !IsGoing(key.Name) || ns.Spec?.Finalizers?.Contains(FinalizerName.Kubernetes) != true)
        {
            return Requeue.None;
        }

        var content = await _eraser.EraseAsync(key.Name, ct);
        var status = new NamespaceStatus { Phase = NamespacePhase.Terminating, Conditions = NamespaceConditions.Of(content, ns.Status?.Conditions, Now) };
        var latest = await WriteStatusAsync(ns, status, ct);
        if (!content.IsEmpty)
        {
            return Requeue.Later;
        }

        await FinalizeAsync(latest, ct);
        return Requeue.None;
    }

    private bool IsGoing(string? ns) => ns is not null && _caches.Namespaces.Get(null, ns)?.Metadata?.DeletionTimestamp is not null;

    private async Task<Namespace> WriteStatusAsync(Namespace ns, NamespaceStatus status, CancellationToken ct) => Wire.Same(ns.Status, status)
        ? ns
        : await Client.UpdateStatusAsync(new Namespace { Metadata = ns.Metadata, Spec = ns.Spec, Status = status }, ct);

    private async Task FinalizeAsync(Namespace ns, CancellationToken ct)
    {
        var released = ns.Clone();
        released.ApiVersion = Namespace.Info.ApiVersion;
        released.Kind = Namespace.Info.Kind;
        released.Spec!.Finalizers!.Remove(FinalizerName.Kubernetes);
        await Client.RequestAsync<Namespace>(HttpMethod.Put, Namespace.Info.ObjectPath(null, ns.Metadata!.Name!) + "/finalize", released, ct);
    }
}
