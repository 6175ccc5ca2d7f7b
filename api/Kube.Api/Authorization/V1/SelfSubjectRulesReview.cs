using Kube.Api.Meta.V1;

namespace Kube.Api.Authorization.V1;

/// <summary>Asks what the sender may do in a namespace. The answer is for display; a question about one request is a SelfSubjectAccessReview.</summary>
public sealed class SelfSubjectRulesReview : IResource<SelfSubjectRulesReview>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("authorization.k8s.io", "v1", "SelfSubjectRulesReview", "selfsubjectrulesreviews", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Standard metadata; a review is not stored and needs none.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The namespace asked about.</summary>
    [Required, ProtoField(2)]
    public SelfSubjectRulesReviewSpec? Spec { get; set; }

    /// <summary>The answer; set by the server.</summary>
    [ProtoField(3)]
    public SubjectRulesReviewStatus? Status { get; set; }
}
