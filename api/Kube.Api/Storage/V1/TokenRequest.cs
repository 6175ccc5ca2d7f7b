namespace Kube.Api.Storage.V1;

/// <summary>A service account token that a CSI driver wants.</summary>
public sealed class TokenRequest
{
    /// <summary>Who it is for; the API server's own audience when empty. No two requests have the same.</summary>
    [Required, ProtoField(1)]
    public string? Audience { get; set; }

    /// <summary>How long it lives, in seconds; at least 600. Default one hour.</summary>
    [ProtoField(2, IsPointer = true)]
    public long? ExpirationSeconds { get; set; }
}
