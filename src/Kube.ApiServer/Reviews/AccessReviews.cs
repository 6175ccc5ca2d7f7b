using Kube.Api.Authorization.V1;
using Kube.ApiServer.Authentication;
using Kube.ApiServer.Authorization;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Reviews;

/// <summary>Answers whether a request would be allowed, from the authorizer the server itself uses.</summary>
internal sealed class AccessReviews(IAuthorizer authorizer)
{
    public async ValueTask AnswerAsync(SubjectAccessReview review, ApiRequest request) =>
        review.Status = await JudgeAsync(UserOf(review.Spec!), review.Spec!.ResourceAttributes, review.Spec.NonResourceAttributes, request.Cancel);

    public async ValueTask AnswerAsync(LocalSubjectAccessReview review, ApiRequest request) =>
        review.Status = await JudgeAsync(UserOf(review.Spec!), review.Spec!.ResourceAttributes, null, request.Cancel);

    public async ValueTask AnswerAsync(SelfSubjectAccessReview review, ApiRequest request) =>
        review.Status = await JudgeAsync(request.User, review.Spec!.ResourceAttributes, review.Spec.NonResourceAttributes, request.Cancel);

    public async ValueTask AnswerAsync(SelfSubjectRulesReview review, ApiRequest request)
    {
        var ns = review.Spec?.Namespace is { Length: > 0 } given ? given : throw Failure.BadRequest("no namespace on request");
        var rules = await authorizer.RulesForAsync(request.User, ns, request.Cancel);
        review.Status = new SubjectRulesReviewStatus
        {
            ResourceRules = [.. rules.Rules.Where(r => r.Resources is { Count: > 0 }).Select(r => new ResourceRule { Verbs = r.Verbs, ApiGroups = r.ApiGroups, Resources = r.Resources, ResourceNames = r.ResourceNames })],
            NonResourceRules = [.. rules.Rules.Where(r => r.NonResourceURLs is { Count: > 0 }).Select(r => new NonResourceRule { Verbs = r.Verbs, NonResourceURLs = r.NonResourceURLs })],
            Incomplete = rules.Problem is not null,
            EvaluationError = rules.Problem,
        };
    }

    private async ValueTask<SubjectAccessReviewStatus> JudgeAsync(UserInfo user, ResourceAttributes? resource, NonResourceAttributes? other, CancellationToken cancel)
    {
        var asked = resource is null
            ? new AccessRequest(user, other?.Verb ?? "") { Path = other?.Path ?? "" }
            : new AccessRequest(user, resource.Verb ?? "")
            {
                Group = resource.Group ?? "",
                Version = resource.Version ?? "",
                Resource = resource.Resource ?? "",
                Subresource = resource.Subresource ?? "",
                Namespace = resource.Namespace ?? "",
                Name = resource.Name ?? "",
            };
        var decision = await authorizer.AuthorizeAsync(asked, cancel);
        return new SubjectAccessReviewStatus { Allowed = decision.Allowed, Reason = decision.Reason.Length == 0 ? null : decision.Reason };
    }

    private static UserInfo UserOf(SubjectAccessReviewSpec spec) => new(spec.User ?? "", spec.Uid, spec.Groups ?? [])
    {
        Extra = (spec.Extra ?? []).ToDictionary(e => e.Key, e => (IReadOnlyList<string>)e.Value),
    };
}
