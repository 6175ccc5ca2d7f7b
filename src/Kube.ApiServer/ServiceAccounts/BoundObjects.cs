using Kube.Api;
using Kube.ApiServer.Registry;

namespace Kube.ApiServer.ServiceAccounts;

/// <summary>Looks up what tokens speak of: service accounts, and the pods, secrets and nodes they live with.</summary>
internal sealed class BoundObjects(Func<ResourceRegistry> registry, TimeProvider clock)
{
    /// <summary>Kubernetes' leeway: a token outlives the end of what it is bound to by this much, so that a pod can stop in good order.</summary>
    private static readonly TimeSpan s_leeway = TimeSpan.FromSeconds(60);

    /// <summary>The object of a core resource; null when there is none. What the cache does not have yet is asked of the store.</summary>
    public async ValueTask<IKubeObject?> FindAsync(string plural, string? ns, string name, CancellationToken cancel)
    {
        var store = registry().Core(plural);
        var key = store.Key(ns, name);
        return (store.Cached(key) ?? await store.LoadAsync(key, cancel))?.Object;
    }

    /// <summary>True while everything the claims speak of is there, and is what it was when the token was made.</summary>
    public async ValueTask<bool> LiveAsync(TokenClaims claims, CancellationToken cancel) =>
        await IsLiveAsync("serviceaccounts", claims.Namespace, claims.ServiceAccount, cancel)
        && await IsLiveAsync("pods", claims.Namespace, claims.Pod, cancel)
        && await IsLiveAsync("secrets", claims.Namespace, claims.Secret, cancel)
        && (claims.Pod is not null || await IsLiveAsync("nodes", null, claims.Node, cancel));

    private async ValueTask<bool> IsLiveAsync(string plural, string? ns, NamedObject? named, CancellationToken cancel) => named is null
        || (await FindAsync(plural, ns, named.Name, cancel) is { Metadata: { } meta }
            && meta.Uid == named.Uid
            && (meta.DeletionTimestamp is not { } end || new DateTimeOffset(end, TimeSpan.Zero) + s_leeway > clock.GetUtcNow()));
}
