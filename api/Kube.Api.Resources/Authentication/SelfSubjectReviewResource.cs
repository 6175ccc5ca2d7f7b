using Kube.Api.Authentication.V1;

namespace Kube.Api.Resources.Authentication;

internal sealed class SelfSubjectReviewResource : Resource<SelfSubjectReview>
{
    public override bool IsStored => false;

    public override IReadOnlyList<string> Verbs => ["create"];

    protected override void PrepareForCreate(SelfSubjectReview obj) => obj.Status = null;
}
