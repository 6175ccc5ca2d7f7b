using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.ApiServer.Authentication;

/// <summary>
/// Tokens of the form <c>abcdef.0123456789abcdef</c> with which machines join: each is a Secret of its own in <c>kube-system</c>, which says until when
/// it is good and for what. Deleting the Secret ends the token at once.
/// </summary>
/// <param name="find">Finds a Secret of <c>kube-system</c> by name.</param>
/// <param name="audiences">The names of this server.</param>
/// <param name="clock">The clock.</param>
internal sealed partial class BootstrapTokenAuthenticator(Func<string, CancellationToken, ValueTask<IKubeObject?>> find, IReadOnlyList<string> audiences, TimeProvider clock) : ITokenAuthenticator
{
    public async ValueTask<TokenIdentity?> AuthenticateAsync(string token, IReadOnlyList<string> wanted, CancellationToken cancel)
    {
        var common = wanted.Intersect(audiences).ToList();
        if (common.Count == 0 || TokenForm().Match(token) is not { Success: true } match)
        {
            return null;
        }

        var (id, secret) = (match.Groups[1].Value, match.Groups[2].Value);
        return await find("bootstrap-token-" + id, cancel) is Secret stored && IsGood(stored, id, secret) && GroupsOf(stored) is { } groups
            ? new TokenIdentity(new UserInfo(UserInfo.BootstrapPrefix + id, null, [UserInfo.BootstrappersGroup, .. groups, UserInfo.AuthenticatedGroup]), common)
            : null;
    }

    private bool IsGood(Secret stored, string id, string secret) =>
        stored is { Type: SecretType.BootstrapKubernetesIoToken, Metadata.DeletionTimestamp: null }
        && CryptographicOperations.FixedTimeEquals(stored.Data?.GetValueOrDefault("token-secret") ?? [], Encoding.ASCII.GetBytes(secret))
        && Text(stored, "token-id") == id
        && Text(stored, "usage-bootstrap-authentication") == "true"
        && !IsExpired(Text(stored, "expiration"));

    /// <summary>A time that cannot be read is one that has passed.</summary>
    private bool IsExpired(string? text) => !string.IsNullOrEmpty(text)
        && (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) || end <= clock.GetUtcNow());

    /// <summary>The groups the token names; null when one of them is not for such tokens, which makes all of it worthless.</summary>
    private static string[]? GroupsOf(Secret stored)
    {
        var groups = (Text(stored, "auth-extra-groups") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return groups.All(g => ExtraGroup().IsMatch(g)) ? groups : null;
    }

    private static string? Text(Secret stored, string key) => stored.Data?.GetValueOrDefault(key) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    [GeneratedRegex(@"\A([a-z0-9]{6})\.([a-z0-9]{16})\z")]
    private static partial Regex TokenForm();

    [GeneratedRegex(@"\Asystem:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]\z")]
    private static partial Regex ExtraGroup();
}
