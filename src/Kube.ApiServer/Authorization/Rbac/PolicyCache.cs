using Kube.Api.Rbac.V1;
using Kube.ApiServer.Registry;
using Kube.Storage.Cache;

namespace Kube.ApiServer.Authorization.Rbac;

/// <summary>The policy as the caches have it: made anew when a role or a binding has changed, shared by all requests until then.</summary>
internal sealed class PolicyCache(CacheSet caches, Func<string, ResourceStore> stores)
{
    private readonly Lock _lock = new();
    private readonly TypedEntries<ClusterRole> _clusterRoles = new(() => stores(ClusterRole.Info.Plural));
    private readonly TypedEntries<Role> _roles = new(() => stores(Role.Info.Plural));
    private readonly TypedEntries<ClusterRoleBinding> _clusterBindings = new(() => stores(ClusterRoleBinding.Info.Plural));
    private readonly TypedEntries<RoleBinding> _bindings = new(() => stores(RoleBinding.Info.Plural));
    private Made? _made;

    /// <summary>The policy that includes every change the caches have; waits until they are filled.</summary>
    public async ValueTask<RbacPolicy> GetAsync(CancellationToken cancel)
    {
        if (Volatile.Read(ref _made) is { } made && made.State == State)
        {
            return made.Policy;
        }

        await caches.WaitForSyncAsync(cancel);
        return Make();
    }

    /// <summary>The four caches are fed one after the other, so that one number would not tell.</summary>
    private (long, long, long, long) State => (_clusterRoles.Changed, _roles.Changed, _clusterBindings.Changed, _bindings.Changed);

    private RbacPolicy Make()
    {
        lock (_lock)
        {
            var state = State; // Before the objects: a change that comes in between makes the policy once more, never once too few.
            if (_made?.State != state)
            {
                Volatile.Write(ref _made, new Made(state, new RbacPolicy(_clusterRoles.Read(), _roles.Read(), _clusterBindings.Read(), _bindings.Read())));
            }

            return _made!.Policy;
        }
    }

    private sealed record Made((long, long, long, long) State, RbacPolicy Policy);
}
