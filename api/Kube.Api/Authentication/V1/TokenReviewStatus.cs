namespace Kube.Api.Authentication.V1;

/// <summary>Whose token it is.</summary>
public sealed class TokenReviewStatus
{
    /// <summary>True when the token belongs to a known user.</summary>
    [ProtoField(1)]
    public bool? Authenticated { get; set; }

    /// <summary>The user; only when authenticated.</summary>
    [ProtoField(2)]
    public UserInfo? User { get; set; }

    /// <summary>Those of the audiences asked for that the token is meant for. Whoever named audiences must find one of them here.</summary>
    [ProtoField(4)]
    public List<string>? Audiences { get; set; }

    /// <summary>Why the token could not be checked.</summary>
    [ProtoField(3)]
    public string? Error { get; set; }
}
