namespace Kube.ApiServer.Authentication;

/// <summary>Whose token it is.</summary>
/// <param name="User">The user.</param>
/// <param name="Audiences">Those of the audiences asked for that the token is meant for.</param>
internal sealed record TokenIdentity(UserInfo User, IReadOnlyList<string> Audiences);
