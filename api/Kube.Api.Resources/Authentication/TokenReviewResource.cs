using Kube.Api.Authentication.V1;

namespace Kube.Api.Resources.Authentication;

internal sealed class TokenReviewResource : Resource<TokenReview>
{
    public override bool IsStored => false;

    public override IReadOnlyList<string> Verbs => ["create"];

    protected override void PrepareForCreate(TokenReview obj) => obj.Status = null;
}
