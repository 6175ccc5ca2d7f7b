using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Authentication;

/// <summary>One way to prove who one is.</summary>
internal interface IAuthenticator
{
    /// <summary>The user, or null when the request carries no proof of this kind or a wrong one.</summary>
    ValueTask<UserInfo?> AuthenticateAsync(HttpContext http);
}
