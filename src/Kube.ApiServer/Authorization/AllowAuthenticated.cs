using Kube.ApiServer.Authentication;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Authorization;

/// <summary>Whoever proved who they are may do everything; nobody else may do anything.</summary>
internal sealed class AllowAuthenticated : IAuthorizer
{
    public ValueTask<bool> IsAllowedAsync(UserInfo user, RequestInfo request, CancellationToken cancel) => new(user.IsAuthenticated);
}
