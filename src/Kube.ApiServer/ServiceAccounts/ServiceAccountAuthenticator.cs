using Kube.ApiServer.Authentication;

namespace Kube.ApiServer.ServiceAccounts;

/// <summary>Tokens of service accounts: signed by us, meant for the audience, in their time, and all they are bound to still exists.</summary>
internal sealed class ServiceAccountAuthenticator(TokenIssuer issuer, BoundObjects objects, TimeProvider clock) : ITokenAuthenticator
{
    private const string Group = "system:serviceaccounts";
    private const string ExtraPrefix = "authentication.kubernetes.io/";

    /// <summary>Servers of one cluster may differ this much in what time it is.</summary>
    private static readonly TimeSpan s_skew = TimeSpan.FromMinutes(1);

    public async ValueTask<TokenIdentity?> AuthenticateAsync(string token, IReadOnlyList<string> audiences, CancellationToken cancel)
    {
        if (Jwt.Verify(token, issuer.Keys) is not { } signed || TokenClaims.Read(signed) is not { } claims || claims.Issuer != issuer.Name)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var common = audiences.Intersect(claims.Audiences).ToList();
        return common.Count > 0 && claims.IssuedAt <= now + s_skew && claims.Expires > now && await objects.LiveAsync(claims, cancel)
            ? new TokenIdentity(UserOf(claims), common)
            : null;
    }

    private static UserInfo UserOf(TokenClaims claims)
    {
        var extra = new Dictionary<string, IReadOnlyList<string>> { [ExtraPrefix + "credential-id"] = [$"JTI={claims.Id}"] };
        foreach (var (kind, named) in new[] { ("node", claims.Node), ("pod", claims.Pod) })
        {
            if (named is not null)
            {
                extra[$"{ExtraPrefix}{kind}-name"] = [named.Name];
                extra[$"{ExtraPrefix}{kind}-uid"] = [named.Uid];
            }
        }

        return new UserInfo(claims.Subject, claims.ServiceAccount.Uid, [Group, $"{Group}:{claims.Namespace}", UserInfo.AuthenticatedGroup]) { Extra = extra };
    }
}
