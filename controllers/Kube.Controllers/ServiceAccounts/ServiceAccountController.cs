using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.ServiceAccounts;

/// <summary>
/// Keeps a ServiceAccount named <c>default</c> in every active namespace.
/// Watches Namespaces and ServiceAccounts; creates that one account where it is missing; never changes one.
/// </summary>
internal sealed class ServiceAccountController(ControllerContext context) : Controller<ObjectKey>(context, "serviceaccount-controller")
{
    private const string Default = "default";

    private readonly Informer<Namespace> _namespaces = context.Caches.Namespaces;
    private readonly Informer<ServiceAccount> _accounts = context.Caches.ServiceAccounts;

    /// <inheritdoc />
    public override int Workers => 1;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches
        .Each(_namespaces)
        .Changes(_accounts, change => change.Type == ChangeType.Deleted && change.Object.Metadata?.Name == Default ? [new ObjectKey(null, change.Object.Metadata.Namespace!)] : []);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_namespaces.Get(null, key.Name) is not { } ns || ns.Metadata?.DeletionTimestamp is not null
            || ns.Status?.Phase == NamespacePhase.Terminating || _accounts.Get(key.Name, Default) is not null)
        {
            return Requeue.None;
        }

        try
        {
            await Client.CreateAsync(new ServiceAccount { Metadata = new ObjectMeta { Name = Default, Namespace = key.Name } }, ct);
        }
        catch (ApiException error) when (error.IsAlreadyExists || error.IsNotFound || PodWriter.IsNamespaceTerminating(error))
        {
            // Made already, or the namespace is going or gone.
        }

        return Requeue.None;
    }
}
