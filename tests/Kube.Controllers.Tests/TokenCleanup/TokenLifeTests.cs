using System.Text;
using Kube.Api.Core.V1;
using Kube.Controllers.TokenCleanup;

namespace Kube.Controllers.Tests.TokenCleanup;

public sealed class TokenLifeTests
{
    [Theory]
    [InlineData("bootstrap.kubernetes.io/token", "2026-01-01T12:00:00Z", true)]
    [InlineData("bootstrap.kubernetes.io/token", "2026-01-01T13:00:00+01:00", true)]
    [InlineData("bootstrap.kubernetes.io/token", "tomorrow", false)]
    [InlineData("bootstrap.kubernetes.io/token", "", false)]
    [InlineData("Opaque", "2026-01-01T12:00:00Z", false)]
    public void End_OfAToken_IsWhatItsSecretSays(string type, string expiration, bool known)
    {
        var secret = new Secret { Type = type, Data = new() { ["expiration"] = Encoding.UTF8.GetBytes(expiration) } };
        Assert.Equal(known ? Given.Now : null, TokenLife.End(secret));
    }
}
