using Kube.Api.Meta.V1;

namespace Kube.Api.Authorization.V1;

/// <summary>Asks whether a user may do something within one namespace. It lives in that namespace, so that who may ask can be granted by namespace.</summary>
public sealed class LocalSubjectAccessReview : IResource<LocalSubjectAccessReview>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("authorization.k8s.io", "v1", "LocalSubjectAccessReview", "localsubjectaccessreviews", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Standard metadata; a review is not stored and needs none.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The question. Its namespace must be that of the path.</summary>
    [Required, ProtoField(2)]
    public SubjectAccessReviewSpec? Spec { get; set; }

    /// <summary>The answer; set by the server.</summary>
    [ProtoField(3)]
    public SubjectAccessReviewStatus? Status { get; set; }
}
