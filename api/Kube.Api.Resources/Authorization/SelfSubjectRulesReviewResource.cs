using Kube.Api.Authorization.V1;

namespace Kube.Api.Resources.Authorization;

internal sealed class SelfSubjectRulesReviewResource : Resource<SelfSubjectRulesReview>
{
    public override bool IsStored => false;

    public override IReadOnlyList<string> Verbs => ["create"];

    protected override void PrepareForCreate(SelfSubjectRulesReview obj) => obj.Status = null;
}
