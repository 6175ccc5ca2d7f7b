namespace Kube.Api.Authentication.V1;

/// <summary>A token to be checked.</summary>
public sealed class TokenReviewSpec
{
    /// <summary>The token as its bearer sent it.</summary>
    [Required, ProtoField(1)]
    public string? Token { get; set; }

    /// <summary>Names whoever asks goes by; the token must be meant for one of them. The names of the API server when there are none.</summary>
    [ProtoField(2)]
    public List<string>? Audiences { get; set; }
}
