using Kube.Api.Meta.V1;

namespace Kube.Api.Authentication.V1;

/// <summary>Asks the server whose token this is.</summary>
public sealed class TokenReview : IResource<TokenReview>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("authentication.k8s.io", "v1", "TokenReview", "tokenreviews", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Standard metadata; a review is not stored and needs none.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The token.</summary>
    [Required, ProtoField(2)]
    public TokenReviewSpec? Spec { get; set; }

    /// <summary>The answer; set by the server.</summary>
    [ProtoField(3)]
    public TokenReviewStatus? Status { get; set; }
}
