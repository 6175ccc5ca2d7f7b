using Kube.Api.Storage.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Storage;

internal sealed class CSIStorageCapacityResource : Resource<CSIStorageCapacity>
{
    public override bool AllowUnconditionalUpdate => false;

    protected override IReadOnlyList<Column<CSIStorageCapacity>> Columns { get; } =
    [
        NameColumn,
        new("StorageClassName", "string", (c, _) => c.StorageClassName, Description: "The class."),
        new("Capacity", "string", (c, _) => c.Capacity?.ToString() ?? "", Description: "What is left."),
    ];

    protected override void Validate(CSIStorageCapacity obj, FieldErrors errors)
    {
        LabelSelectorValidation.Check(obj.NodeTopology, FieldPath.Of("nodeTopology"), errors);
        if (ObjectNames.DnsSubdomainError(obj.StorageClassName ?? "") is { } problem)
        {
            errors.Invalid(FieldPath.Of("storageClassName"), obj.StorageClassName ?? "", problem);
        }

        CheckAmount(obj.Capacity, "capacity", errors);
        CheckAmount(obj.MaximumVolumeSize, "maximumVolumeSize", errors);
    }

    protected override void ValidateUpdate(CSIStorageCapacity obj, CSIStorageCapacity old, FieldErrors errors)
    {
        if (!Wire.Same(obj.NodeTopology, old.NodeTopology))
        {
            errors.Immutable(FieldPath.Of("nodeTopology"), FieldRules.Shown(obj.NodeTopology));
        }

        if (obj.StorageClassName != old.StorageClassName)
        {
            errors.Immutable(FieldPath.Of("storageClassName"), obj.StorageClassName);
        }
    }

    private static void CheckAmount(Quantity? amount, string field, FieldErrors errors)
    {
        if (amount is { Value: < 0 } negative)
        {
            errors.Invalid(FieldPath.Of(field), negative, "must be greater than or equal to 0");
        }
    }
}
