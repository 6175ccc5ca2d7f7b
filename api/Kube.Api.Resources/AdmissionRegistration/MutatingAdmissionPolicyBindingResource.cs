using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

internal sealed class MutatingAdmissionPolicyBindingResource : Resource<MutatingAdmissionPolicyBinding>
{
    public override Names Names => new(Categories: ["api-extensions"]);

    public override bool AllowUnconditionalUpdate => false;

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<MutatingAdmissionPolicyBinding>> Columns { get; } =
    [
        NameColumn,
        new("PolicyName", "string", (b, _) => b.Spec?.PolicyName, Description: "The policy it puts to work."),
        new("ParamRef", "string", (b, _) => PolicyCells.Of(b.Spec?.ParamRef), Description: "Where the parameters come from."),
        AgeColumn,
    ];

    protected override void Default(MutatingAdmissionPolicyBinding obj)
    {
        WebhookDefaults.Apply(obj.Spec?.MatchResources);
        WebhookDefaults.Apply(obj.Spec?.ParamRef);
    }

    protected override bool WantedStateChanged(MutatingAdmissionPolicyBinding obj, MutatingAdmissionPolicyBinding old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void Validate(MutatingAdmissionPolicyBinding obj, FieldErrors errors) => BindingValidation.Check(obj.Spec ?? new(), errors);
}
