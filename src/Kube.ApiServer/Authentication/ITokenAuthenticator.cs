namespace Kube.ApiServer.Authentication;

/// <summary>One kind of bearer token.</summary>
internal interface ITokenAuthenticator
{
    /// <summary>Whose token it is; null when it is not of this kind, not valid, or meant for none of the audiences.</summary>
    ValueTask<TokenIdentity?> AuthenticateAsync(string token, IReadOnlyList<string> audiences, CancellationToken cancel);
}
