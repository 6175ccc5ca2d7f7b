using Kube.Api.Meta.V1;

namespace Kube.Api.Authentication.V1;

/// <summary>Asks the server who it takes the sender for.</summary>
public sealed class SelfSubjectReview : IResource<SelfSubjectReview>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("authentication.k8s.io", "v1", "SelfSubjectReview", "selfsubjectreviews", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Standard metadata; a review is not stored and needs none.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The answer; set by the server.</summary>
    [ProtoField(2)]
    public SelfSubjectReviewStatus? Status { get; set; }
}
