using Kube.Api.Meta.V1;

namespace Kube.Api.Authorization.V1;

/// <summary>Asks whether a user may do something.</summary>
public sealed class SubjectAccessReview : IResource<SubjectAccessReview>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("authorization.k8s.io", "v1", "SubjectAccessReview", "subjectaccessreviews", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Standard metadata; a review is not stored and needs none.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The question.</summary>
    [Required, ProtoField(2)]
    public SubjectAccessReviewSpec? Spec { get; set; }

    /// <summary>The answer; set by the server.</summary>
    [ProtoField(3)]
    public SubjectAccessReviewStatus? Status { get; set; }
}
