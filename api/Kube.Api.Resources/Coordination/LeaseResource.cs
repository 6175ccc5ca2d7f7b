using Kube.Api.Coordination.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Coordination;

internal sealed class LeaseResource : Resource<Lease>
{
    public override bool AllowCreateOnUpdate => true;

    public override bool AllowUnconditionalUpdate => false;

    protected override IReadOnlyList<Column<Lease>> Columns { get; } =
    [
        NameColumn,
        new("Holder", "string", (l, _) => l.Spec?.HolderIdentity, Description: "Who holds it."),
        AgeColumn,
    ];

    protected override void Validate(Lease obj, FieldErrors errors) => LeaseValidation.Check(obj, errors);
}
