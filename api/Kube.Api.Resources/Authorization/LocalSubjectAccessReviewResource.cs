using Kube.Api.Authorization.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Authorization;

internal sealed class LocalSubjectAccessReviewResource : Resource<LocalSubjectAccessReview>
{
    public override bool IsStored => false;

    public override IReadOnlyList<string> Verbs => ["create"];

    protected override void PrepareForCreate(LocalSubjectAccessReview obj) => obj.Status = null;

    protected override void Validate(LocalSubjectAccessReview obj, FieldErrors errors) => AccessReviewValidation.Check(obj, errors);
}
