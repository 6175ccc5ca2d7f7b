namespace Kube.Api.Authorization.V1;

/// <summary>Whether a request is allowed.</summary>
public sealed class SubjectAccessReviewStatus
{
    /// <summary>True when the request would be allowed.</summary>
    [Required, ProtoField(1)]
    public bool? Allowed { get; set; }

    /// <summary>True when the request is refused whatever another authorizer says. Not the opposite of allowed: both are false where nobody has an opinion.</summary>
    [ProtoField(4)]
    public bool? Denied { get; set; }

    /// <summary>Why it is allowed or refused.</summary>
    [ProtoField(2)]
    public string? Reason { get; set; }

    /// <summary>What went wrong while judging. The answer may be right nevertheless: something missing may not have mattered.</summary>
    [ProtoField(3)]
    public string? EvaluationError { get; set; }
}
