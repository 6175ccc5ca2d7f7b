namespace Kube.ApiServer.ServiceAccounts;

/// <summary>Who makes tokens: its name, its keys, and whom its tokens are for unless they say otherwise. The first key signs, all of them verify.</summary>
internal sealed class TokenIssuer : IDisposable
{
    private readonly List<TokenKey> _keys;

    public TokenIssuer(ApiServerOptions options)
    {
        Name = options.ServiceAccountIssuer;
        Audiences = options.ApiAudiences.Count > 0 ? options.ApiAudiences : [Name];
        _keys = options.ServiceAccountKeys.Count > 0 ? [.. options.ServiceAccountKeys.Select(TokenKey.FromPem).DistinctBy(k => k.Id)] : [TokenKey.Create()];
    }

    /// <summary>The <c>iss</c> of tokens.</summary>
    public string Name { get; }

    /// <summary>The names of this server; a token without an audience is for these.</summary>
    public IReadOnlyList<string> Audiences { get; }

    /// <summary>The keys that are believed.</summary>
    public IReadOnlyList<TokenKey> Keys => _keys;

    /// <summary>A signed token.</summary>
    public string Issue(TokenClaims claims) => Jwt.Sign(claims.Write(), _keys[0]);

    public void Dispose() => _keys.ForEach(k => k.Dispose());
}
