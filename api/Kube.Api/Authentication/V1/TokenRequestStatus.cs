namespace Kube.Api.Authentication.V1;

/// <summary>The token that was made.</summary>
public sealed class TokenRequestStatus
{
    /// <summary>The token, a signed JWT.</summary>
    [ProtoField(1)]
    public string? Token { get; set; }

    /// <summary>When the token ends.</summary>
    [ProtoField(2)]
    public DateTime? ExpirationTimestamp { get; set; }
}
