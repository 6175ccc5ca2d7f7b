using Kube.Api.Authentication.V1;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Authentication;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;
using ReviewedUser = Kube.Api.Authentication.V1.UserInfo;

namespace Kube.ApiServer.Reviews;

/// <summary>Answers who somebody is, from the authenticators the server itself uses.</summary>
internal sealed class TokenReviews(BearerAuthenticator bearer, TimeProvider clock)
{
    public async ValueTask AnswerAsync(TokenReview review, ApiRequest request)
    {
        var token = review.Spec?.Token is { Length: > 0 } given ? given : throw Failure.BadRequest("token is required for TokenReview in authentication");
        var identity = await bearer.IdentifyAsync(token, review.Spec.Audiences ?? [], request.Cancel);
        review.Status = identity is null
            ? new TokenReviewStatus { Authenticated = false, User = new ReviewedUser(), Error = "invalid bearer token" }
            : new TokenReviewStatus { Authenticated = true, User = Shown(identity.User), Audiences = [.. identity.Audiences] };
    }

    public ValueTask AnswerAsync(SelfSubjectReview review, ApiRequest request)
    {
        review.Metadata = new ObjectMeta { CreationTimestamp = clock.GetUtcNow().UtcDateTime };
        review.Status = new SelfSubjectReviewStatus { UserInfo = Shown(request.User) };
        return default;
    }

    private static ReviewedUser Shown(Authentication.UserInfo user) => new()
    {
        Username = user.Name,
        Uid = user.Uid,
        Groups = [.. user.Groups],
        Extra = user.Extra.Count == 0 ? null : user.Extra.ToDictionary(e => e.Key, e => e.Value.ToList()),
    };
}
