namespace Kube.Api.Authorization.V1;

/// <summary>What a user may do. May be incomplete, where an authorizer cannot list its rules.</summary>
public sealed class SubjectRulesReviewStatus
{
    /// <summary>What the user may do on resources.</summary>
    [Required, ProtoField(1)]
    public List<ResourceRule>? ResourceRules { get; set; }

    /// <summary>What the user may do on paths that are no resource.</summary>
    [Required, ProtoField(2)]
    public List<NonResourceRule>? NonResourceRules { get; set; }

    /// <summary>True when there may be more than is listed.</summary>
    [Required, ProtoField(3)]
    public bool? Incomplete { get; set; }

    /// <summary>What went wrong while listing; the lists hold what was found all the same.</summary>
    [ProtoField(4)]
    public string? EvaluationError { get; set; }
}
