namespace Kube.Api.Authorization.V1;

/// <summary>Where rules are asked for.</summary>
public sealed class SelfSubjectRulesReviewSpec
{
    /// <summary>The namespace; required.</summary>
    [ProtoField(1)]
    public string? Namespace { get; set; }
}
