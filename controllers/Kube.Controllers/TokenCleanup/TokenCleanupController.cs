using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.TokenCleanup;

/// <summary>Deletes bootstrap tokens whose time is over. Watches those Secrets of <c>kube-system</c>; deletes them; changes none.</summary>
internal sealed class TokenCleanupController(ControllerContext context) : Controller<ObjectKey>(context, "token-cleaner-controller")
{
    private readonly Informer<Secret> _tokens = context.Caches.BootstrapTokens;

    /// <inheritdoc />
    public override int Workers => 1;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) => watches.Each(_tokens);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_tokens.Get(key.Namespace, key.Name) is not { } token || TokenLife.End(token) is not { } end)
        {
            return Requeue.None;
        }

        if (end > Now)
        {
            return Requeue.In(end - Now);
        }

        await DeleteAsync(token, ct);
        return Requeue.None;
    }
}
