using Kube.ApiServer.Streaming;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Authentication;

/// <summary>Bearer tokens of every kind the server knows, from the Authorization header, from a WebSocket's subprotocols, or from a review.</summary>
internal sealed class BearerAuthenticator(IReadOnlyList<ITokenAuthenticator> kinds, IReadOnlyList<string> audiences) : IAuthenticator
{
    private const string Scheme = "Bearer ";

    public async ValueTask<UserInfo?> AuthenticateAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : WebSocketToken.Of(http.Request);
        return token is null ? null : (await IdentifyAsync(token, [], http.RequestAborted))?.User;
    }

    /// <summary>Whose token it is; <paramref name="wanted"/> are the names whoever asks goes by, those of this server when there are none.</summary>
    public async ValueTask<TokenIdentity?> IdentifyAsync(string token, IReadOnlyList<string> wanted, CancellationToken cancel)
    {
        foreach (var kind in kinds)
        {
            if (await kind.AuthenticateAsync(token, wanted.Count == 0 ? audiences : wanted, cancel) is { } identity)
            {
                return identity;
            }
        }

        return null;
    }
}
