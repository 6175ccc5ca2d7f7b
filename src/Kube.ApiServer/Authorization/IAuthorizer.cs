using Kube.ApiServer.Authentication;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Authorization;

/// <summary>Decides whether a user may make a request.</summary>
internal interface IAuthorizer
{
    /// <summary>True when the request is allowed.</summary>
    ValueTask<bool> IsAllowedAsync(UserInfo user, RequestInfo request, CancellationToken cancel);
}
