using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

internal sealed class MutatingAdmissionPolicyResource : Resource<MutatingAdmissionPolicy>
{
    public override Names Names => new(Categories: ["api-extensions"]);

    public override bool AllowUnconditionalUpdate => false;

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<MutatingAdmissionPolicy>> Columns { get; } =
    [
        NameColumn,
        new("Mutations", "integer", (p, _) => p.Spec?.Mutations?.Count ?? 0, Description: "How many changes it makes."),
        new("ParamKind", "string", (p, _) => PolicyCells.Of(p.Spec?.ParamKind), Description: "Kind of its parameters."),
        AgeColumn,
    ];

    protected override void Default(MutatingAdmissionPolicy obj)
    {
        obj.Spec ??= new MutatingAdmissionPolicySpec();
        obj.Spec.FailurePolicy ??= FailurePolicyType.Fail;
        obj.Spec.ReinvocationPolicy ??= ReinvocationPolicyType.Never;
        WebhookDefaults.Apply(obj.Spec.MatchConstraints);
    }

    protected override bool WantedStateChanged(MutatingAdmissionPolicy obj, MutatingAdmissionPolicy old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void Validate(MutatingAdmissionPolicy obj, FieldErrors errors) => MutationValidation.Check(obj.Spec ?? new(), errors);
}
