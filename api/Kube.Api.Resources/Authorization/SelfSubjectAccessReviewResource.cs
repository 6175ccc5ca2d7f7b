using Kube.Api.Authorization.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Authorization;

internal sealed class SelfSubjectAccessReviewResource : Resource<SelfSubjectAccessReview>
{
    public override bool IsStored => false;

    public override IReadOnlyList<string> Verbs => ["create"];

    protected override void PrepareForCreate(SelfSubjectAccessReview obj) => obj.Status = null;

    protected override void Validate(SelfSubjectAccessReview obj, FieldErrors errors) => AccessReviewValidation.Check(obj, errors);
}
