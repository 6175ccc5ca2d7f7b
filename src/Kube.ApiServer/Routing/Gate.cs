using Kube.ApiServer.Authentication;
using Kube.ApiServer.Authorization;
using Kube.ApiServer.Errors;
using Kube.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Routing;

/// <summary>What stands before every handler: authentication, authorization, the bound on requests in flight, and the count of what passed.</summary>
internal sealed class Gate(IReadOnlyList<IAuthenticator> authenticators, IAuthorizer authorizer, InFlight inFlight, RequestMetrics metrics)
{
    public async ValueTask<UserInfo> AuthenticateAsync(HttpContext http)
    {
        foreach (var authenticator in authenticators)
        {
            if (await authenticator.AuthenticateAsync(http) is { } user)
            {
                return user;
            }
        }

        throw Failure.Unauthorized();
    }

    public async ValueTask AuthorizeAsync(AccessRequest request, CancellationToken cancel)
    {
        var decision = await authorizer.AuthorizeAsync(request, cancel);
        if (!decision.Allowed)
        {
            throw Failure.NotPermitted(request, decision.Reason);
        }
    }

    public InFlight.Place Enter(RequestInfo info) => inFlight.Enter(info);

    public void Observe(RequestInfo info, int code, TimeSpan duration) => metrics.Observe(info, code, duration);
}
