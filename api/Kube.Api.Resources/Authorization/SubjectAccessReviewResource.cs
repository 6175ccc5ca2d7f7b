using Kube.Api.Authorization.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Authorization;

internal sealed class SubjectAccessReviewResource : Resource<SubjectAccessReview>
{
    public override bool IsStored => false;

    public override IReadOnlyList<string> Verbs => ["create"];

    protected override void PrepareForCreate(SubjectAccessReview obj) => obj.Status = null;

    protected override void Validate(SubjectAccessReview obj, FieldErrors errors) => AccessReviewValidation.Check(obj, errors);
}
