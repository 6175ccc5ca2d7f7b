using Kube.Api.Storage.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Storage;

internal sealed class CSINodeResource : Resource<CSINode>
{
    public override bool AllowUnconditionalUpdate => false;

    protected override IReadOnlyList<Column<CSINode>> Columns { get; } =
    [
        NameColumn,
        new("Drivers", "integer", (n, _) => n.Spec?.Drivers?.Count ?? 0, Description: "Number of drivers."),
        AgeColumn,
    ];

    protected override void Validate(CSINode obj, FieldErrors errors) => CSINodeValidation.Check(obj.Spec?.Drivers ?? [], errors);

    protected override void ValidateUpdate(CSINode obj, CSINode old, FieldErrors errors) =>
        CSINodeValidation.CheckUpdate(obj.Spec?.Drivers ?? [], old.Spec?.Drivers ?? [], errors);
}
