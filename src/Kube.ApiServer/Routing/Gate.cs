using Kube.ApiServer.Authentication;
using Kube.ApiServer.Authorization;
using Kube.ApiServer.Errors;
using Kube.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Routing;

/// <summary>What stands before every handler: authentication, authorization, the bound on requests in flight, and the count of what passed.</summary>
internal sealed class Gate(IReadOnlyList<IAuthenticator> authenticators, IAuthorizer authorizer, InFlight inFlight, RequestMetrics metrics)
{
    /// <summary>Who makes the request; the one it is made in the name of, where the real user may do that.</summary>
    public async ValueTask<UserInfo> AuthenticateAsync(HttpContext http)
    {
        var real = await IdentifyAsync(http);
        if (Impersonation.Read(http.Request.Headers, real) is not { } other)
        {
            return real;
        }

        foreach (var needed in other.Needed)
        {
            await AuthorizeAsync(needed, http.RequestAborted);
        }

        return other.User;
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

    private async ValueTask<UserInfo> IdentifyAsync(HttpContext http)
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
}
