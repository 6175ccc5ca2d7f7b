using System.Globalization;
using System.Text;
using Kube.Api.Core.V1;

namespace Kube.Controllers.TokenCleanup;

/// <summary>Until when a bootstrap token is good. Pure.</summary>
internal static class TokenLife
{
    /// <summary>The end of a token's time: null when it has none, or when what stands there is no time, which makes the token useless but nobody's to delete.</summary>
    public static DateTime? End(Secret secret) => secret is { Type: SecretType.BootstrapKubernetesIoToken }
        && secret.Data?.GetValueOrDefault("expiration") is { Length: > 0 } bytes
        && DateTimeOffset.TryParse(Encoding.UTF8.GetString(bytes), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end)
            ? end.UtcDateTime
            : null;
}
