using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

internal sealed class ValidatingAdmissionPolicyResource : Resource<ValidatingAdmissionPolicy>
{
    public override Names Names => new(Categories: ["api-extensions"]);

    public override bool AllowUnconditionalUpdate => false;

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<ValidatingAdmissionPolicy>> Columns { get; } =
    [
        NameColumn,
        new("Validations", "integer", (p, _) => p.Spec?.Validations?.Count ?? 0, Description: "How many things it checks."),
        new("ParamKind", "string", (p, _) => PolicyCells.Of(p.Spec?.ParamKind), Description: "Kind of its parameters."),
        AgeColumn,
    ];

    protected override void Default(ValidatingAdmissionPolicy obj)
    {
        obj.Spec ??= new ValidatingAdmissionPolicySpec();
        obj.Spec.FailurePolicy ??= FailurePolicyType.Fail;
        WebhookDefaults.Apply(obj.Spec.MatchConstraints);
    }

    protected override void PrepareForCreate(ValidatingAdmissionPolicy obj) => obj.Status = new ValidatingAdmissionPolicyStatus();

    protected override void PrepareForUpdate(ValidatingAdmissionPolicy obj, ValidatingAdmissionPolicy old) => obj.Status = old.Status;

    protected override void PrepareForStatusUpdate(ValidatingAdmissionPolicy obj, ValidatingAdmissionPolicy old) => obj.Spec = old.Spec;

    protected override bool WantedStateChanged(ValidatingAdmissionPolicy obj, ValidatingAdmissionPolicy old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void Validate(ValidatingAdmissionPolicy obj, FieldErrors errors) => PolicyValidation.Check(obj, errors);
}
