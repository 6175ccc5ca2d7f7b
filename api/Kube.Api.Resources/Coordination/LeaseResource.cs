using Kube.Api.Coordination.V1;

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
}
