namespace Kube.Api.Authentication.V1;

/// <summary>The answer of a SelfSubjectReview.</summary>
public sealed class SelfSubjectReviewStatus
{
    /// <summary>The user the request was made as.</summary>
    [ProtoField(1)]
    public UserInfo? UserInfo { get; set; }
}
